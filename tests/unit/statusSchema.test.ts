import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { statusAnswerSchema } from '../../electron/cli/statusVerb.ts';

describe('the schema of status --json among the help pages', () => {
  it('is that of the answer; `npx vitest run --project unit statusSchema -u` writes it anew', async () => {
    const schema = { title: 'plumbline status --json, one company', ...z.toJSONSchema(statusAnswerSchema) };
    const file = join(import.meta.dirname, '../../resources/help/status.schema.json');
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });
});
