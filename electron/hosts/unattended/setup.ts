import { systemProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';
import { serviceDescription, serviceName, unitName } from './service.ts';

/** What setting the service up or removing it takes, as data: each program with its words, which no shell reads. */
export type SetupStep =
  | {
      readonly kind: 'run';
      readonly words: string;
      readonly program: string;
      readonly args: readonly string[];
      /** Exit codes besides 0 that mean that there was nothing to do. */
      readonly alsoFine: readonly (number | string)[];
    }
  | { readonly kind: 'folder'; readonly words: string; readonly path: string }
  | { readonly kind: 'write'; readonly words: string; readonly text: string }
  | { readonly kind: 'remove'; readonly words: string };

/** At a shutdown; the service itself ends Plumbline hard after two minutes. The same in the installer (setup.wxs). */
const shutdownMs = 150_000;

const virtualAccount = `NT SERVICE\\${serviceName}`;

export type WindowsSetup = {
  /** Path of plumbline-service.exe. */
  readonly service: string;
  readonly home: string;
  readonly config: string | null;
  /** Null: the service's own virtual account, which has no password and no rights but its own. */
  readonly account: string | null;
  /** SID of the group that may watch. */
  readonly operators: string | null;
  readonly environment: Environment;
};

/** The same service as the installer sets up, with `sc.exe`. Its options take their value as the next word. */
export function windowsInstall({
  service,
  home,
  config,
  account,
  operators,
  environment,
}: WindowsSetup): readonly SetupStep[] {
  const sc = (words: string, ...args: readonly string[]): SetupStep =>
    run(words, systemProgram(environment, 'sc.exe'), args);
  const icacls = (words: string, ...args: readonly string[]) =>
    run(words, systemProgram(environment, 'icacls.exe'), args);
  const words = [service, '--home', home, ...(config === null ? [] : ['--config', config])].map(quoted).join(' ');
  const obj = account ?? virtualAccount;
  return [
    sc(
      'The service',
      ...['create', serviceName, 'binPath=', words, 'start=', 'delayed-auto', 'obj=', obj, 'DisplayName=', serviceName],
    ),
    sc('Its description', 'description', serviceName, serviceDescription),
    sc('Its own security identifier', 'sidtype', serviceName, 'unrestricted'),
    ...(account?.endsWith('$') ? [sc('Its managed password', 'managedaccount', serviceName, 'true')] : []),
    sc(
      'Starting again after a failure',
      'failure',
      serviceName,
      'reset=',
      '86400',
      'actions=',
      'restart/60000/restart/60000/restart/300000',
    ),
    sc('Starting again also when it ends by itself', 'failureflag', serviceName, '1'),
    // sc.exe has no word for it. Windows waits 10 s for a service that asks for no more.
    run('Time to end at a shutdown', systemProgram(environment, 'reg.exe'), [
      ...['add', `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${serviceName}`, '/v', 'PreshutdownTimeout'],
      ...['/t', 'REG_DWORD', '/d', String(shutdownMs), '/f'],
    ]),
    { kind: 'folder', words: 'The data folder', path: home },
    // Anybody may have made it before, as its owner or with rights of his own.
    icacls('The owner of the data folder', home, '/setowner', '*S-1-5-32-544'),
    icacls('Nobody’s earlier rights on the data folder', home, '/reset'),
    icacls(
      'Rights on the data folder',
      ...[
        home,
        '/inheritance:r',
        '/grant:r',
        '*S-1-5-18:(OI)(CI)F',
        '*S-1-5-32-544:(OI)(CI)F',
        `${virtualAccount}:(OI)(CI)M`,
      ],
    ),
    ...(operators === null
      ? []
      : [
          run('The operators', systemProgram(environment, 'reg.exe'), [
            ...[
              'add',
              'HKLM\\SOFTWARE\\Plumbline\\Setup',
              '/v',
              'Operators',
              '/t',
              'REG_SZ',
              '/d',
              operators,
              '/f',
              '/reg:64',
            ],
          ]),
        ]),
    sc('Starting it', 'start', serviceName),
  ];
}

export function windowsUninstall(environment: Environment): readonly SetupStep[] {
  return [
    // 1060: there is none; 1062 or net's 2: it does not run.
    run('Stopping the service', systemProgram(environment, 'net.exe'), ['stop', serviceName], [2]),
    run('Removing the service', systemProgram(environment, 'sc.exe'), ['delete', serviceName], [1060]),
  ];
}

export type SystemdSetup = {
  /** Node and the bundle that it runs. */
  readonly program: readonly string[];
  readonly home: string;
  readonly config: string | null;
  readonly user: string;
};

export function systemdInstall(setup: SystemdSetup): readonly SetupStep[] {
  const { user, home } = setup;
  const account = [
    '--system',
    '--user-group',
    '--home-dir',
    home,
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    user,
  ];
  return [
    // 9: the user exists.
    run(`The user ${user}`, 'useradd', account, [9]),
    run('The data folder', 'install', ['-d', '-o', user, '-g', user, '-m', '0750', home]),
    // Who enrolled as root before left files there that only root may read.
    run('What is in it', 'chown', ['-R', '-h', `${user}:${user}`, home]),
    { kind: 'write', words: 'The systemd unit', text: unitText(setup) },
    run('Reading the units', 'systemctl', ['daemon-reload']),
    run('Starting with the computer', 'systemctl', ['enable', unitName]),
    run('Starting it', 'systemctl', ['start', unitName]),
  ];
}

export function systemdUninstall(): readonly SetupStep[] {
  return [
    run('Stopping the service', 'systemctl', ['disable', '--now', unitName], [1, 5]),
    { kind: 'remove', words: 'Removing the systemd unit' },
    run('Reading the units', 'systemctl', ['daemon-reload']),
  ];
}

/** Writes nowhere but in its data folder and has no more rights than reading what everybody may. What V8 compiles must be run: memory may be. */
export function unitText({ program, home, config, user }: SystemdSetup): string {
  const words = [...program, 'unattended', 'run', '--home', home, ...(config === null ? [] : ['--config', config])];
  return `[Unit]
Description=${serviceName}
After=network-online.target
Wants=network-online.target

[Service]
Type=exec
User=${user}
UMask=0027
ExecStart=${words.map(unitWord).join(' ')}
Restart=on-failure
RestartSec=10
TimeoutStopSec=150
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ReadWritePaths=${unitPath(home)}
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictSUIDSGID=yes
LockPersonality=yes

[Install]
WantedBy=multi-user.target
`;
}

/** A word of ExecStart: quotes keep blanks, and what systemd would replace is doubled. */
function unitWord(word: string): string {
  const plain = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./-]+$/.test(plain) ? plain : `"${plain}"`;
}

function unitPath(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}

/** For Windows to take apart again: a path of Windows holds no quote, and backslashes before the last quote count double. */
function quoted(path: string): string {
  return `"${path.replace(/\\+$/, '$&$&')}"`;
}

function run(
  words: string,
  program: string,
  args: readonly string[],
  alsoFine: readonly (number | string)[] = [],
): SetupStep {
  return { kind: 'run', words, program, args, alsoFine };
}
