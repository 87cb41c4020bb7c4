import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import type { SupportPackage } from '#shared/contract/support.ts';
import { countFailures } from '#shared/domain/support/failures.ts';
import { createScrubber } from '#shared/domain/support/scrub.ts';
import type { Companies } from '../companies/companies.ts';
import type { Home } from '../homeFolder.ts';
import { redact } from '../redaction.ts';
import { replacePrivateFile } from '../wholeFile.ts';
import { checksText, companyPart } from './companyPart.ts';
import { installationFacts } from './configuration.ts';
import { listDumps, readLogs } from './files.ts';
import { createPseudonym } from './names.ts';
import { zipOf } from './zip.ts';

export type SupportOptions = {
  readonly companies: Companies;
  readonly home: Home;
};

/** Everything that would be sent, in memory: what is shown is what is saved. */
export type Packed = {
  readonly shown: SupportPackage;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly zip: Buffer<ArrayBuffer>;
};

const leftOut: SupportPackage['leftOut'] = [
  {
    what: 'Passwords, keys and tokens',
    why: 'Support never needs them. They are searched for by their value and by their form.',
  },
  { what: 'The data files of the companies', why: 'They hold your books. Only counts of what is in them are sent.' },
  {
    what: 'Names of jobs, clients, vendors, persons, servers and databases',
    why: 'Each is replaced by a word such as vendor-3f2a9c, the same one every time, so that support can follow it and not read it.',
  },
  { what: 'Amounts', why: 'Replaced by [amount]: what is wrong can be found without them.' },
  {
    what: 'Crash dumps',
    why: 'They are pictures of memory and may hold anything. Only their names, sizes and dates are sent.',
  },
  { what: 'Unreadable records', why: 'They are raw data of Sage or of the cloud. Settings, Diagnostics shows them.' },
];

/** Runs the self-checks and puts a package together. Sends nothing and writes nothing. */
export async function packForSupport({ companies, home }: SupportOptions): Promise<Packed> {
  const { clock, installation, knownSecrets, version } = companies;
  const now = clock.now();
  const parts = await Promise.all(companies.known().map((one) => companyPart(companies, one)));
  const scrubNames = createScrubber(
    parts.flatMap(({ names }) => names),
    createPseudonym(pseudonymKey(home)),
  );
  const clean = (text: string) => scrubNames(redact(text, knownSecrets()));
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const logs = readLogs(home.logs);
  const dumps = listDumps(join(home.folder, 'window', 'Crashpad'));

  const described = [
    {
      name: 'about.json',
      what: 'Version of Plumbline and of the system it runs on.',
      text: json(about(version, now)),
    },
    {
      name: 'checks.txt',
      what: 'The self-checks of every company, run just now.',
      text: clean(parts.map(checksText).join('\n')),
    },
    {
      name: 'configuration.json',
      what: 'How Plumbline is set up, without secrets and addresses of servers.',
      text: clean(
        json({ installation: installationFacts(installation.read()), companies: parts.map(({ facts }) => facts) }),
      ),
    },
    ...parts.map(({ id, report }) => ({
      name: `companies/${id}.json`,
      what: 'Tables of Sage as they differ from what is expected, counts of records, last runs, open transfers.',
      text: clean(json(report)),
    })),
    {
      name: 'failures.json',
      what: 'What went wrong, counted from the log by event and code.',
      text: json({ failures: countFailures(logs.map(({ text }) => text).join('\n')) }),
    },
    {
      name: 'crash-dumps.txt',
      what: 'Names of crash dumps; none of their content.',
      text: dumps.length === 0 ? 'None.\n' : `${dumps.join('\n')}\n`,
    },
    ...logs.map(({ name, text }) => ({
      name: `logs/${name}`,
      what: 'What Plumbline did, line by line.',
      text: clean(text),
    })),
  ];
  const files = [
    { name: 'README.txt', what: 'What is in this package, and what is not.', text: readme(described, now) },
    ...described,
  ];
  const zip = zipOf(files);
  return {
    files,
    zip,
    shown: {
      id: createHash('sha256').update(zip).digest('hex').slice(0, 16),
      name: `plumbline-support-${now.slice(0, 10)}.zip`,
      bytes: zip.length,
      files: files.map(({ name, what, text }) => ({ name, what, bytes: Buffer.byteLength(text) })),
      leftOut,
    },
  };
}

function about(version: string, now: string): object {
  const { platform, arch, versions } = process;
  return {
    plumbline: version,
    packedAt: now,
    node: versions.node,
    electron: versions.electron ?? null,
    system: { platform, arch, release: release(), uptimeHours: Math.round(uptime() / 3600) },
    memoryMb: { ofSystem: Math.round(totalmem() / 2 ** 20), used: Math.round(process.memoryUsage().rss / 2 ** 20) },
    upMinutes: Math.round(process.uptime() / 60),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function readme(files: readonly { readonly name: string; readonly what: string }[], now: string): string {
  return [
    `Plumbline, package for support, made ${now}.`,
    '',
    ...files.map(({ name, what }) => `${name}: ${what}`),
    '',
    'Not in it:',
    ...leftOut.map(({ what, why }) => `- ${what}. ${why}`),
    '',
  ].join('\n');
}

/** Made once, and kept where only the owner reads: without it nobody can find out a name by trying. */
function pseudonymKey({ supportKeyFile }: Home): string {
  try {
    return readFileSync(supportKeyFile, 'utf8');
  } catch {
    const key = randomBytes(32).toString('hex');
    // Where it cannot be kept, the names of the next package differ: nothing worse.
    replacePrivateFile(supportKeyFile, key);
    return key;
  }
}
