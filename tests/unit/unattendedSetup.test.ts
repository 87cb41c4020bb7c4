import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grantWords } from '../../electron/hosts/operators/grantOperators.ts';
import { systemdState, windowsState } from '../../electron/hosts/unattended/service.ts';
import {
  type SetupStep,
  systemdInstall,
  unitText,
  windowsInstall,
  windowsUninstall,
} from '../../electron/hosts/unattended/setup.ts';
import { unattendedHome } from '../../electron/hosts/unattended/unattendedHome.ts';

const environment = { SystemRoot: 'C:\\Windows', ProgramData: 'C:\\ProgramData' };
const windows = {
  service: 'C:\\Program Files\\Plumbline\\plumbline-service.exe',
  home: 'C:\\ProgramData\\Plumbline',
  config: null,
  account: null,
  operators: null,
  environment,
};
const runs = (steps: readonly SetupStep[]) =>
  steps.flatMap((step) => (step.kind === 'run' ? [[step.program, ...step.args]] : []));

describe('the service on Windows', () => {
  it('runs the program by its whole path in quotes, under its own virtual account, started late and restarted', () => {
    const sc = 'C:\\Windows\\System32\\sc.exe';
    expect(runs(windowsInstall(windows)).filter(([program]) => program === sc)).toEqual([
      [
        ...[sc, 'create', 'Plumbline', 'binPath='],
        '"C:\\Program Files\\Plumbline\\plumbline-service.exe" "--home" "C:\\ProgramData\\Plumbline"',
        ...['start=', 'delayed-auto', 'obj=', 'NT SERVICE\\Plumbline', 'DisplayName=', 'Plumbline'],
      ],
      [sc, 'description', 'Plumbline', expect.any(String)],
      [sc, 'sidtype', 'Plumbline', 'unrestricted'],
      [sc, 'failure', 'Plumbline', 'reset=', '86400', 'actions=', 'restart/60000/restart/60000/restart/300000'],
      [sc, 'failureflag', 'Plumbline', '1'],
      [sc, 'start', 'Plumbline'],
    ]);
  });

  it('has the same names in Windows’ list of services whoever installs it', () => {
    const [create, description] = runs(windowsInstall(windows)).filter(([program]) => program?.endsWith('sc.exe'));
    const installer = readFileSync('resources/installer/setup.wxs', 'utf8');
    const named = [...installer.matchAll(/<ServiceInstall .* DisplayName="([^"]*)" Description="([^"]*)"/g)];
    expect(named).toHaveLength(2);
    for (const [, name, words] of named) expect([name, words]).toEqual([create?.at(-1), description?.at(-1)]);
  });

  it('has Windows wait at a shutdown for longer than the service itself gives a write that has begun', () => {
    const reg = runs(windowsInstall(windows)).find(([program]) => program?.endsWith('reg.exe'));
    expect(reg?.slice(1)).toEqual([
      ...['add', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Plumbline', '/v', 'PreshutdownTimeout'],
      ...['/t', 'REG_DWORD', '/d', '150000', '/f'],
    ]);
  });

  it('takes a group managed service account, whose password Windows keeps', () => {
    const steps = runs(windowsInstall({ ...windows, account: 'ACME\\plumbline$' }));
    expect(steps.flat()).toContain('ACME\\plumbline$');
    expect(steps).toContainEqual(['C:\\Windows\\System32\\sc.exe', 'managedaccount', 'Plumbline', 'true']);
  });

  it('lets only the system, administrators and the service into the data folder', () => {
    const [owner, reset, icacls] = runs(windowsInstall(windows)).filter(([program]) => program?.endsWith('icacls.exe'));
    // Whoever made the folder before keeps no right on it.
    expect(owner?.slice(1)).toEqual(['C:\\ProgramData\\Plumbline', '/setowner', '*S-1-5-32-544']);
    expect(reset?.slice(1)).toEqual(['C:\\ProgramData\\Plumbline', '/reset']);
    expect(icacls?.slice(1)).toEqual([
      ...['C:\\ProgramData\\Plumbline', '/inheritance:r', '/grant:r'],
      ...['*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F', 'NT SERVICE\\Plumbline:(OI)(CI)M'],
    ]);
  });

  it('keeps a backslash at the end of a folder from swallowing its quote', () => {
    const [create] = runs(windowsInstall({ ...windows, home: 'D:\\', config: 'D:\\it guide\\plumbline.json' }));
    expect(create?.[4]).toBe(
      '"C:\\Program Files\\Plumbline\\plumbline-service.exe" "--home" "D:\\\\" "--config" "D:\\it guide\\plumbline.json"',
    );
  });

  it('is removed also when it does not run', () => {
    expect(windowsUninstall(environment)).toMatchObject([{ alsoFine: [2] }, { alsoFine: [1060] }]);
  });

  it.each([
    ['  STATE              : 4  RUNNING', 'running'],
    ['  STATUS             : 2  START_PENDING', 'starting'],
    ['  ÉTAT               : 1  STOPPED', 'stopped'],
    ['  STATE : 3  STOP_PENDING', 'stopping'],
    ['something else', 'unknown'],
  ])('is understood in every language of Windows: %s', (line, state) => {
    expect(windowsState({ code: 0, output: `SERVICE_NAME: Plumbline\n  TYPE : 10  WIN32_OWN_PROCESS\n${line}` })).toBe(
      state,
    );
  });

  it('is not installed when Windows says 1060', () => {
    const output = '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:';
    expect(windowsState({ code: 1060, output })).toBe('notInstalled');
  });
});

describe('operators', () => {
  it('are let in by a SID and nothing else', () => {
    expect(grantWords('C:\\x\\operators.token', 'S-1-5-21-1-2-3-1108')).toEqual([
      ...['C:\\x\\operators.token', '/grant', '*S-1-5-21-1-2-3-1108:(R)'],
    ]);
    for (const text of ['Everyone', 'S-1-5-21-1 /grant *S-1-1-0:F', '']) expect(grantWords('f', text)).toBeNull();
  });
});

describe('the systemd unit', () => {
  const setup = {
    program: ['/opt/node/bin/node', '/opt/plum line/dist/headless/headless.js'],
    home: '/var/lib/plumbline',
    config: '/etc/plumbline/100%.json',
    user: 'plumbline',
  };

  it('may write nowhere but in its data folder, and gains no rights', () => {
    const text = unitText(setup);
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=', 'User=plumbline']) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text.match(/^ReadWritePaths=.*$/gm)).toEqual(['ReadWritePaths="/var/lib/plumbline"']);
  });

  it('keeps blanks in paths, and percent signs from being replaced', () => {
    expect(unitText(setup)).toContain(
      'ExecStart=/opt/node/bin/node "/opt/plum line/dist/headless/headless.js" unattended run --home /var/lib/plumbline --config /etc/plumbline/100%%.json\n',
    );
  });

  it('finds what root put into the data folder before as its own', () => {
    const steps = runs(systemdInstall(setup));
    const folder = steps.findIndex(([program]) => program === 'install');
    expect(steps[folder + 1]).toEqual(['chown', '-R', '-h', 'plumbline:plumbline', '/var/lib/plumbline']);
  });

  it('is written before it is enabled and started', () => {
    const order = systemdInstall(setup).map((step) => (step.kind === 'run' ? step.args[0] : step.kind));
    expect(order.slice(-4)).toEqual(['write', 'daemon-reload', 'enable', 'start']);
  });

  it.runIf(spawnSync('systemd-analyze', ['--version']).status === 0)('is a unit that systemd understands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-unit-'));
    const file = join(folder, 'plumbline.service');
    const program = [process.execPath, '/dev/null'];
    writeFileSync(file, unitText({ ...setup, program, home: folder, user: 'root' }));
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('plumbline.service'))).toEqual([]);
  });

  it.each([
    ['active', 'running'],
    ['failed', 'stopped'],
    ['activating', 'starting'],
    ['strange', 'unknown'],
  ])('that is %s is %s', (output, state) => {
    expect(systemdState({ code: 0, output })).toBe(state);
  });
});

describe('the data of the unattended Plumbline', () => {
  it('belongs to the computer', () => {
    expect(unattendedHome('linux', {})).toBe('/var/lib/plumbline');
    expect(unattendedHome('win32', environment)).toMatch(/^C:\\ProgramData.Plumbline$/);
  });
});
