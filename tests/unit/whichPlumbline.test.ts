import { describe, expect, it } from 'vitest';
import { choosePlumbline } from '../../electron/cli/whichPlumbline.ts';

const nothing = {
  named: null,
  configured: false,
  own: { home: '/own', hasData: false },
  unattended: { home: '/service', runs: false, hasData: false },
};
const service = { home: '/service', runs: true, hasData: true };

describe('the Plumbline that a command is about', () => {
  it('is the one whose folder is named, whatever else there is', () => {
    expect(choosePlumbline({ ...nothing, named: '/named', unattended: service })).toEqual({
      whose: 'named',
      home: '/named',
    });
  });

  it('is the computer’s unattended one, running or not, where the user has none of his own', () => {
    for (const [runs, hasData] of [
      [true, true],
      [true, false],
      [false, true],
    ] as const) {
      const unattended = { home: '/service', runs, hasData };
      expect(choosePlumbline({ ...nothing, unattended })).toEqual({ whose: 'unattended', home: '/service' });
    }
  });

  it('is the user’s own where he has one, where there is no other, and where he names a configuration of his own', () => {
    const own = { whose: 'own', home: '/own' };
    expect(choosePlumbline(nothing)).toEqual(own);
    expect(choosePlumbline({ ...nothing, own: { home: '/own', hasData: true }, unattended: service })).toEqual(own);
    expect(choosePlumbline({ ...nothing, configured: true, unattended: service })).toEqual(own);
  });
});
