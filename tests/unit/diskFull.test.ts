import { expect, it } from 'vitest';
import { diskFullFailure } from '#shared/domain/diskFull.ts';

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });

it('a full disk is told from other errors, also where another error stands before it, and names the way out', () => {
  const full = withCode('SQLITE_FULL', 'database or disk is full');
  for (const error of [full, withCode('ENOSPC', 'no space left on device, write'), new Error('x', { cause: full })]) {
    expect(diskFullFailure(error)).toMatchObject({ code: 'store.diskFull', next: 'needsPerson' });
  }
  for (const error of [withCode('SQLITE_BUSY', 'locked'), new Error('ENOSPC'), 'ENOSPC', null]) {
    expect(diskFullFailure(error)).toBeNull();
  }
});
