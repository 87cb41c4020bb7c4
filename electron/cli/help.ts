import { describeConfig } from '../hosts/configWords.ts';
import { secretNames } from '../hosts/secretNames.ts';
import { commonOptions, type Option, type Verb } from './verb.ts';

const exitWords = `Exit codes
  0  done
  1  needs a person: the message says what to do
  2  the command was not understood
  3  no contact with Sage, Clearstory or Procore; the same command may work later`;

/** The help of the whole command line. */
export function generalHelp(verbs: readonly Verb[], defaultHome: string): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return `Plumbline keeps Sage 100 Contractor, Clearstory and Procore true to each other, to the cent.

Usage: plumbline VERB [options]

${verbs.map(({ name, words }) => `  ${name.padEnd(width)}  ${words}`).join('\n')}

plumbline VERB --help says more about one verb. Without --home, data is kept in ${defaultHome}.
Without a configured company Plumbline works on its sample company, a practice Clearstory and a practice Procore, all on this machine.

${exitWords}
`;
}

/** The help of one verb. */
export function verbHelp({ name, words, more, operand, options }: Verb): string {
  const all = [...options, ...commonOptions];
  const configured = all.some((option) => option.name === 'config');
  return `plumbline ${name}: ${words}
${more.map((sentence) => `${sentence}\n`).join('')}
Usage: plumbline ${name}${operand === undefined ? '' : ` ${operand.value}`} [options]

${all.map((option) => optionLine(option)).join('\n')}

${exitWords}
${configured ? `\n${configHelp()}\n` : ''}`;
}

function optionLine({ name, value, words }: Option): string {
  return `  ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(24)}${words}`;
}

function configHelp(): string {
  return `Configuration file (JSON; every key may be left out)
${describeConfig().replaceAll(/^/gm, '  ')}

Secrets never stand in the configuration file. They come from environment variables
  ${Object.values(secretNames).join('\n  ')}
or from a file that only its owner can read: a JSON object with the keys
  ${Object.keys(secretNames).join(', ')}
Of several companies each has its own: the variable ends in __ID (acme-west: PLUMBLINE_SAGE_PASSWORD__ACME_WEST), the key begins
with ID/ (acme-west/sage.password).`;
}
