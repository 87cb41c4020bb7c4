import { expect, test } from 'vitest';
import { errorTexts, errorTextsOf } from '../../../electron/clouds/procore/errorTexts.ts';

test('all shapes that Procore’s errors come in give their words', () => {
  const bodies = [
    { errors: { number: ['has already been taken'] } },
    { errors: { base: ['The budget is locked'], fields: { vendor_id: ['must exist'] } } },
    { errors: 'You do not have permission to access this resource' },
    { message: 'Too late' },
    { error: { code: 'X', message: 'One', details: [{ code: 'X', message: 'Two', source: 'x' }] } },
    { error: { code: 'BAD_REQUEST', message: 'Three', details: [{ reason_code: 'X', message: 'Four', source: 'x' }] } },
    { error: 'invalid_grant', error_description: 'It was used already' },
  ];
  expect(bodies.map(errorTexts)).toEqual([
    ['number has already been taken'],
    ['The budget is locked', 'vendor id must exist'],
    ['You do not have permission to access this resource'],
    ['Too late'],
    ['One', 'Two'],
    ['Three', 'Four'],
    ['invalid_grant', 'It was used already'],
  ]);
});

test('a web page and other surprises give none, and long or rich words are cut and plain', () => {
  expect(errorTextsOf('<html>Bad gateway</html>')).toEqual([]);
  expect([[], null, 'text', 7, { errors: 7 }, { errors: [{ a: 1 }] }].map(errorTexts)).toEqual([
    [],
    [],
    [],
    [],
    [],
    [],
  ]);
  const [long] = errorTexts({ message: `<b>Bold</b>\n${'x'.repeat(500)}` });
  expect(long).toMatch(/^Bold x+$/);
  expect(long?.length).toBe(200);
});
