import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { isThere, succeedingRun } from './programs.ts';
import { forWixl, leftOut } from './wixl.ts';
import { everyElement, readXml } from './xml.ts';

const { folder, project } = inject('packed');
const source = readFileSync(project.after, 'utf8');
const hasWixl = isThere('wixl') && isThere('msiinfo');

describe('the translation for wixl', () => {
  const before = everyElement(readXml(source));
  const after = everyElement(readXml(forWixl(source, folder)));
  const count = (elements: typeof before, name: string) => elements.filter((one) => one.name === name).length;

  it('keeps every element but those that are left out by name', () => {
    const names = ['Property', 'RegistrySearch', 'RegistryValue', 'File', 'Component', 'Shortcut', 'CreateFolder'];
    for (const name of [...names, 'ServiceInstall', 'ServiceControl', 'MajorUpgrade', 'Feature', 'ComponentGroupRef']) {
      expect(count(after, name), name).toBe(count(before, name));
      expect(count(before, name), name).toBeGreaterThan(0);
    }
    for (const path of Object.keys(leftOut).filter((one) => !one.includes('@'))) {
      const name = path.split('/').at(-1) ?? '';
      expect(count(before, name), name).toBeGreaterThan(0);
      expect(count(after, name), name).toBe(name === 'Condition' ? 6 : 0);
    }
  });

  it('keeps every file in the folder that it stands in', () => {
    expect(
      forWixl(
        `<Directory Id="d1" Name="APPLICATIONFOLDER:\\a\\b\\"/>
        <ComponentGroup Id="G" Directory="APPLICATIONFOLDER"><Component Directory="d1"><File Name="x" Source="$(var.appDir)/a/b/x"/></Component></ComponentGroup></Wix>`,
        '/opt/app',
      )
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(
      '<DirectoryRef Id="APPLICATIONFOLDER"><Directory Id="between1" Name="a"><Directory Id="d1" Name="b"></Directory></Directory></DirectoryRef> ' +
        '<Fragment><ComponentGroup Id="G" Directory="APPLICATIONFOLDER"><ComponentRef Id="part1"/></ComponentGroup> ' +
        '<DirectoryRef Id="d1"><Component Id="part1" Guid="*"><File Id="file2" Name="x" Source="opt/app/a/b/x"/></Component></DirectoryRef></Fragment> </Wix>',
    );
  });
});

describe.runIf(hasWixl)('the tables of the MSI as wixl compiles it', () => {
  let table: (name: string) => readonly Readonly<Record<string, string>>[] = () => [];

  beforeAll(() => {
    const work = mkdtempSync(join(tmpdir(), 'plumbline-packaging-'));
    const [wxs, msi] = [join(work, 'project.wxs'), join(work, 'project.msi')];
    writeFileSync(wxs, forWixl(source, folder));
    succeedingRun('wixl', ['-a', 'x64', '-o', msi, wxs], '/');
    const read = new Map<string, readonly Readonly<Record<string, string>>[]>();
    const names = succeedingRun('msiinfo', ['tables', msi]).split('\n');
    for (const name of names)
      if (/^[A-Z]/.test(name)) read.set(name, rows(succeedingRun('msiinfo', ['export', msi, name])));
    table = (name) => read.get(name) ?? [];
    return () => rmSync(work, { recursive: true, force: true });
  });

  it('have no custom action at all', () => {
    expect(table('CustomAction')).toEqual([]);
    expect(table('Binary')).toEqual([]);
    const standard = [...table('InstallExecuteSequence'), ...table('InstallUISequence')].map(({ Action }) => Action);
    expect(standard).toContain('InstallServices');
  });

  it('install for the whole computer, under the fixed upgrade code', () => {
    const properties = Object.fromEntries(table('Property').map(({ Property, Value }) => [Property, Value]));
    expect(properties).toMatchObject({
      ALLUSERS: '1',
      UpgradeCode: '{AF2515E5-A252-43D4-A580-469A20CAF131}',
      ProductName: 'Plumbline',
      Manufacturer: 'Plumbline',
      ARPPRODUCTICON: 'PlumblineIcon.exe',
    });
    expect(table('Icon').map(({ Name }) => Name)).toEqual(['PlumblineIcon.exe']);
  });

  it('replace older versions and refuse to go back', () => {
    const version = table('Property').find(({ Property }) => Property === 'ProductVersion')?.Value;
    expect(
      table('Upgrade').map(({ VersionMin, VersionMax, ActionProperty }) => [VersionMin, VersionMax, ActionProperty]),
    ).toEqual([
      ['', version, 'WIX_UPGRADE_DETECTED'],
      [version, '', 'WIX_DOWNGRADE_DETECTED'],
    ]);
    expect(table('LaunchCondition').map(({ Condition }) => Condition)).toContain('NOT WIX_DOWNGRADE_DETECTED');
  });

  it('search what an earlier installation wrote, in the 64-bit registry', () => {
    expect(table('AppSearch').map(({ Property }) => Property)).toEqual([
      'SERVER',
      'DATABASE',
      'STARTATLOGIN',
      'UNATTENDED',
      'SERVICEACCOUNT',
      'OPERATORS',
      'WRITINGMODE',
    ]);
    // 2 is the raw value, 16 the 64-bit view.
    expect(new Set(table('RegLocator').map(({ Root, Key, Type }) => `${Root} ${Key} ${Type}`))).toEqual(
      new Set(['2 SOFTWARE\\Plumbline\\Setup 18']),
    );
  });

  it('write below HKEY_LOCAL_MACHINE alone, in four places', () => {
    expect(new Set(table('Registry').map(({ Root }) => Root))).toEqual(new Set(['2']));
    expect(new Set(table('Registry').map(({ Key }) => Key))).toEqual(
      new Set([
        'SOFTWARE\\Plumbline\\Setup',
        'SOFTWARE\\Policies\\Plumbline',
        'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
        'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Plumbline',
      ]),
    );
    const source = table('Registry').filter(({ Key }) => Key?.includes('EventLog'));
    expect(source.map(({ Name, Value }) => [Name, Value])).toEqual([
      ['EventMessageFile', '%SystemRoot%\\System32\\EventCreate.exe'],
      ['CustomSource', '#1'],
      ['TypesSupported', '#7'],
    ]);
  });

  it('install one service in a process of its own, started by the system, not as SYSTEM', () => {
    const services = table('ServiceInstall');
    expect(services.map(({ Name, StartName, Password }) => [Name, StartName, Password])).toEqual([
      ['Plumbline', 'NT SERVICE\\Plumbline', ''],
      ['Plumbline', '[SERVICEACCOUNT]', '[SERVICEPASSWORD]'],
    ]);
    for (const { ServiceType, StartType, ErrorControl } of services) {
      expect([ServiceType, StartType, String(Number(ErrorControl) & 0x7fff)]).toEqual(['16', '2', '1']);
    }
    const components = table('Component');
    const programs = services.map(({ Component_ }) => components.find(({ Component }) => Component === Component_));
    const files = programs.map((one) => table('File').find(({ File }) => File === one?.KeyPath)?.FileName);
    expect(files).toEqual(['plumbline-service.exe', 'plumbline-service.exe']);
  });

  it('stop the service at install and uninstall and wait, remove it at uninstall, start it at install without waiting', () => {
    // 1 start at install, 2 stop at install, 32 stop at uninstall, 128 delete at uninstall.
    expect(table('ServiceControl').map(({ Event, Wait }) => `${Event} ${Wait}`)).toEqual([
      '162 1',
      '1 0',
      '162 1',
      '1 0',
    ]);
  });

  it('put one shortcut into the Start menu and none on the desktop', () => {
    expect(table('Shortcut').map(({ Directory_, Name, WkDir }) => [Directory_, Name, WkDir])).toEqual([
      ['ProgramMenuFolder', 'Plumbline', 'APPLICATIONFOLDER'],
    ]);
  });

  it('make the data folder, and put every file below Program Files', () => {
    expect(table('CreateFolder')).toEqual([{ Directory_: 'PlumblineData', Component_: 'DataFolder' }]);
    const parents = new Map(table('Directory').map((row) => [row.Directory, row.Directory_Parent]));
    const rootOf = (id: string): string => {
      const parent = parents.get(id) ?? '';
      return parent === 'TARGETDIR' ? id : rootOf(parent);
    };
    const folders = table('File').map(({ Component_ }) =>
      rootOf(table('Component').find(({ Component }) => Component === Component_)?.Directory_ ?? ''),
    );
    expect(new Set(folders)).toEqual(new Set(['ProgramFiles64Folder']));
  });
});

/** A table as msiinfo prints it: names, types, keys, then the rows, separated by tabs. */
function rows(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = '', , , ...lines] = text.replaceAll('\r', '').split('\n');
  const columns = names.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [columns[index] ?? '', cell])));
}
