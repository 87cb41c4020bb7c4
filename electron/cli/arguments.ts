import { parseArgs } from 'node:util';
import { commonOptions, type Option, type Verb } from './verb.ts';

export type Parsed =
  | { readonly kind: 'run'; readonly verb: Verb; readonly options: ReadonlyMap<string, string> }
  | { readonly kind: 'help'; readonly verb: Verb | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly sentence: string; readonly verb: Verb | null };

/** Reads a command line. Unknown verbs, unknown options and missing values are refused by name. */
export function readArguments(words: readonly string[], verbs: readonly Verb[]): Parsed {
  const [first, second] = words;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help')
    return { kind: 'help', verb: null };
  if (first === '--version') return { kind: 'version' };
  const verb =
    verbs.find(({ name }) => name === `${first} ${second ?? ''}`) ?? verbs.find(({ name }) => name === first) ?? null;
  if (verb === null) return refuseVerb(first, second, words.includes('--help'), verbs);
  return readOptions(words.slice(verb.name.split(' ').length), verb);
}

function refuseVerb(first: string, second: string | undefined, help: boolean, verbs: readonly Verb[]): Parsed {
  const family = verbs
    .filter(({ name }) => name.startsWith(`${first} `))
    .map(({ name }) => name.slice(first.length + 1));
  if (family.length > 0 && help) return { kind: 'help', verb: null };
  const said = second === undefined || second.startsWith('-') ? '' : `, not “${second}”`;
  const sentence =
    family.length > 0
      ? `After “${first}” comes ${family.join(', ')}${said}.`
      : first.startsWith('-')
        ? `The verb comes first, before ${first}. Verbs are: ${verbs.map(({ name }) => name).join(', ')}.`
        : `There is no verb “${first}”. Verbs are: ${verbs.map(({ name }) => name).join(', ')}.`;
  return { kind: 'refused', sentence, verb: null };
}

function readOptions(words: readonly string[], verb: Verb): Parsed {
  const known = [...verb.options, ...commonOptions];
  const refused = (sentence: string): Parsed => ({ kind: 'refused', sentence, verb });
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      known.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional' && verb.operand !== undefined && !options.has(verb.operand.name)) {
      options.set(verb.operand.name, token.value);
      continue;
    }
    if (token.kind === 'positional') return refused(`“${token.value}” is one word too many after “${verb.name}”.`);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => token.rawName === `--${name}`);
    if (option === undefined) return refused(unknownOption(token.rawName, known, verb));
    const problem = valueProblem(option, token.value, token.inlineValue === true);
    if (problem !== null) return refused(problem);
    options.set(option.name, token.value ?? '');
  }
  return options.has('help') ? { kind: 'help', verb } : { kind: 'run', verb, options };
}

function unknownOption(rawName: string, known: readonly Option[], verb: Verb): string {
  return `“${verb.name}” has no option ${rawName}; it has ${known.map(({ name }) => `--${name}`).join(', ')}.`;
}

function valueProblem({ name, value }: Option, given: string | undefined, inline: boolean): string | null {
  if (value === undefined) return given === undefined ? null : `--${name} takes no value.`;
  const missing = given === undefined || given === '' || (!inline && given.startsWith('--'));
  return missing ? `--${name} needs a value: --${name} ${value}.` : null;
}
