import { describe, expect, it } from 'vitest';
import { createOutput } from '../../electron/cli/output.ts';

function spoken(json: boolean) {
  const written: string[] = [];
  const errors: string[] = [];
  const output = createOutput(
    json,
    (text) => written.push(text),
    (text) => errors.push(text),
  );
  return { output, written, errors };
}

describe('the output of a command', () => {
  it('keeps names from Sage, from files and from servers from steering the terminal', () => {
    const { output, written, errors } = spoken(false);
    output.say('Job \u001b[2J2401\r\u009b31m\u0007');
    output.note('Table \u001b]0;title\u0007');
    expect(written).toEqual(['Job �[2J2401��31m�\n']);
    expect(errors).toEqual(['Table �]0;title�\n']);
  });

  it('keeps line ends, tabs and letters of every language', () => {
    const { output, written } = spoken(false);
    output.say('\nAcme\tMüller – “建設”');
    expect(written).toEqual(['\nAcme\tMüller – “建設”\n']);
  });

  it('with --json is data as it is', () => {
    const { output, written } = spoken(true);
    output.result({ name: 'a\u001bb\u009bc' });
    expect(JSON.parse(written.join(''))).toEqual({ name: 'a\u001bb\u009bc' });
  });
});
