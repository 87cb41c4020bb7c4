import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { policyRegistryKey } from '../../electron/hosts/policy/registryOutput.ts';
import { settingKey } from '../../electron/hosts/settingKeys.ts';
import { withSetup } from '../../resources/installer/setup.mjs';
import { truthOf } from './msiCondition.ts';
import { root } from './project.ts';
import { type Element, everyElement, readXml } from './xml.ts';

/** The MSI's source as WiX gets it on Windows: written by electron-builder's own template and completed by our hook. */
const { project } = inject('packed');
const source = readXml(readFileSync(project.after, 'utf8'));
const elements = everyElement(source);
const named = (name: string) => elements.filter((element) => element.name === name);
const component = (id: string) => named('Component').find(({ attributes }) => attributes.Id === id);
const conditionOf = (id: string) => component(id)?.children.find(({ name }) => name === 'Condition')?.text ?? null;
const inside = (id: string, name: string) => everyElement(component(id) as Element).filter((one) => one.name === name);

const setupKey = 'SOFTWARE\\Plumbline\\Setup';
const remembered = {
  SERVER: 'Server',
  DATABASE: 'Database',
  STARTATLOGIN: 'StartAtLogin',
  UNATTENDED: 'Unattended',
  SERVICEACCOUNT: 'ServiceAccount',
  OPERATORS: 'Operators',
  WRITINGMODE: 'WritingMode',
};

const launch = named('Condition').filter(({ attributes }) => attributes.Message !== undefined);

/** The values that a property may have, in the condition of the installation that names it. */
function allowed(property: string): readonly string[] {
  const condition = launch.find(({ attributes }) => attributes.Message?.startsWith(property))?.text ?? '';
  const values = [...condition.matchAll(new RegExp(`OR ${property} = "(\\w+)"`, 'g'))].map(([, value]) => value ?? '');
  const parts = values.map((value) => ` OR ${property} = "${value}"`).join('');
  expect(condition).toBe(`Installed OR NOT ${property}${parts}`);
  return values;
}

describe('the source of the MSI', () => {
  it('keeps the upgrade code by which a new version finds the old one', () => {
    const product = named('Product')[0]?.attributes;
    expect(product?.UpgradeCode).toBe('AF2515E5-A252-43D4-A580-469A20CAF131');
    expect(product?.Id, 'each build is a product of its own').toBe('*');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(product).toMatchObject({ Name: 'Plumbline', Manufacturer: 'Plumbline', Version: `${version}.0` });
  });

  it('replaces an older version or, when that fails, leaves it as it was, refuses a newer one, and installs for the whole computer', () => {
    expect(named('MajorUpgrade').map(({ attributes }) => attributes)).toEqual([
      {
        Schedule: 'afterInstallInitialize',
        AllowSameVersionUpgrades: 'yes',
        DowngradeErrorMessage: 'A newer version of "[ProductName]" is already installed.',
      },
    ]);
    const allUsers = named('Property').find(({ attributes }) => attributes.Id === 'ALLUSERS');
    expect(allUsers?.attributes).toEqual({ Id: 'ALLUSERS', Secure: 'yes', Value: '1' });
  });

  it('has no custom action, no extension that brings some, and no program of its own', () => {
    const forbidden = ['CustomAction', 'CustomActionRef', 'Custom', 'Binary', 'UIRef', 'EmbeddedUI', 'SetProperty'];
    expect(elements.map(({ name }) => name).filter((name) => forbidden.includes(name))).toEqual([]);
    expect(Object.keys(source.attributes)).toEqual(['xmlns']);
  });

  it('takes each property from the command line, hands it to the elevated part, and else remembers it', () => {
    const ours = named('Property').filter(({ children }) => children.length > 0);
    expect(ours.map(({ attributes }) => attributes)).toEqual(
      Object.keys(remembered).map((Id) => ({ Id, Secure: 'yes' })),
    );
    for (const [property, value] of Object.entries(remembered)) {
      const search = ours.find(({ attributes }) => attributes.Id === property)?.children[0];
      // What was given makes this the name of a value that nobody writes: what was remembered then stays out of the way.
      expect(search?.attributes).toMatchObject({
        Root: 'HKLM',
        Key: setupKey,
        Name: `${value}[${property}]`,
        Type: 'raw',
        Win64: 'yes',
      });
      expect(conditionOf(`Setup${value}`)).toBe(property);
      expect(inside(`Setup${value}`, 'RegistryValue')[0]?.attributes).toMatchObject({
        Root: 'HKLM',
        Key: setupKey,
        Name: value,
        Type: 'string',
        Value: `[${property}]`,
      });
    }
  });

  it('writes the password of the service nowhere, and keeps it out of the log', () => {
    const property = named('Property').find(({ attributes }) => attributes.Id === 'SERVICEPASSWORD');
    expect(property?.attributes).toEqual({ Id: 'SERVICEPASSWORD', Secure: 'yes', Hidden: 'yes' });
    const uses = elements.flatMap(({ name, attributes }) =>
      Object.entries(attributes).flatMap(([key, value]) =>
        value.includes('[SERVICEPASSWORD]') ? [`${name}/@${key}`] : [],
      ),
    );
    expect(uses).toEqual(['ServiceInstall/@Password']);
  });

  it('sets the way of writing as the organisation’s policy, and only to a value that the policy knows', () => {
    expect(inside('SetupWritingMode', 'RegistryValue')[1]?.attributes).toMatchObject({
      Root: 'HKLM',
      Key: policyRegistryKey.replace('HKEY_LOCAL_MACHINE\\', ''),
      Name: 'writing.mode',
      Value: '[WRITINGMODE]',
    });
    expect(settingKey('writing.mode')?.control).toEqual({ kind: 'choice', values: allowed('WRITINGMODE') });
  });

  it('refuses values that nothing would come of, with a sentence, but never an uninstallation', () => {
    expect(allowed('STARTATLOGIN')).toEqual(['1', '0']);
    expect(allowed('UNATTENDED')).toEqual(['1', '0']);
    const operators = launch.find(({ attributes }) => attributes.Message?.startsWith('OPERATORS'));
    expect(operators?.text).toBe('Installed OR NOT OPERATORS OR OPERATORS << "S-1-"');
    expect(launch.filter(({ text }) => !text.startsWith('Installed OR '))).toEqual([]);
  });

  it('refuses an account that needs a password without one, before the old version is removed', () => {
    const condition = launch.find(({ attributes }) => attributes.Message?.startsWith('SERVICEACCOUNT'))?.text ?? '';
    const accepts = (account: string, password: string, unattended = '1') =>
      truthOf(condition)({ UNATTENDED: unattended, SERVICEACCOUNT: account, SERVICEPASSWORD: password });
    expect(accepts('', '')).toBe(true);
    expect(accepts('ACME\\plumbline$', '')).toBe(true);
    expect(accepts('NT AUTHORITY\\SYSTEM', '')).toBe(false);
    expect(accepts('ACME\\someone', 'secret')).toBe(true);
    expect(accepts('ACME\\someone', '')).toBe(false);
    expect(accepts('LocalSystem', '')).toBe(false);
    expect(accepts('ACME\\someone', '', '0')).toBe(true);
  });

  it('starts Plumbline hidden at every login only where that was asked for', () => {
    expect(conditionOf('StartAtLogin')).toBe('STARTATLOGIN = "1"');
    expect(inside('StartAtLogin', 'RegistryValue')[0]?.attributes).toMatchObject({
      Key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
      Value: '"[APPLICATIONFOLDER]Plumbline.exe" --background',
    });
  });

  it('installs the service only where that was asked for, and its program in any case, once', () => {
    const files = named('File').filter(({ attributes }) => attributes.Name === 'plumbline-service.exe');
    expect(files).toHaveLength(3);
    const conditions = ['ServiceProgram', 'ServiceOwnAccount', 'ServiceGivenAccount'].map(conditionOf);
    expect(conditions).toEqual([
      'NOT (UNATTENDED = "1")',
      'UNATTENDED = "1" AND NOT SERVICEACCOUNT',
      'UNATTENDED = "1" AND SERVICEACCOUNT',
    ]);
    const holds = conditions.map((condition) => truthOf(condition ?? ''));
    for (const unattended of ['', '0', '1', 'yes']) {
      for (const account of ['', 'ACME\\svc$']) {
        const installed = holds.filter((hold) => hold({ UNATTENDED: unattended, SERVICEACCOUNT: account }));
        expect(installed, `UNATTENDED=${unattended} SERVICEACCOUNT=${account}`).toHaveLength(1);
      }
    }
  });

  it('runs the service under its own account unless another is given, never as SYSTEM', () => {
    const accounts = named('ServiceInstall').map(({ attributes }) => attributes.Account);
    expect(accounts).toEqual(['NT SERVICE\\Plumbline', '[SERVICEACCOUNT]']);
    for (const { attributes } of named('ServiceInstall')) {
      expect(attributes).toMatchObject({ Name: 'Plumbline', Type: 'ownProcess', Start: 'auto', Vital: 'yes' });
    }
    expect(named('ServiceConfig').map(({ attributes }) => attributes)).toEqual(
      ['ConfigureOwnAccount', 'ConfigureGivenAccount'].map((Id) => ({
        Id,
        ServiceName: 'Plumbline',
        DelayedAutoStart: 'yes',
        // Longer than the two minutes after which the service ends Plumbline hard.
        PreShutdownDelay: '150000',
        ServiceSid: 'unrestricted',
        OnInstall: 'yes',
      })),
    );
  });

  it('stops the service and waits before files change, removes it with the program, and does not fail when it does not start', () => {
    for (const id of ['ServiceOwnAccount', 'ServiceGivenAccount']) {
      const [end, start] = inside(id, 'ServiceControl').map(({ attributes }) => attributes);
      expect(end).toMatchObject({ Name: 'Plumbline', Stop: 'both', Remove: 'uninstall', Wait: 'yes' });
      expect(start).toMatchObject({ Name: 'Plumbline', Start: 'install', Wait: 'no' });
    }
  });

  it('gives the data folder to SYSTEM, Administrators and the service, and to nobody else', () => {
    const folder = component('DataFolder');
    expect(folder?.attributes.Directory).toBe('PlumblineData');
    expect(conditionOf('DataFolder'), 'made always').toBeNull();
    const sddl = named('PermissionEx').map(({ attributes }) => attributes.Sddl);
    const full = (who: string) => `(A;OICI;FA;;;${who})`;
    const service = `(A;OICI;0x1301bf;;;${serviceSid('Plumbline')})`;
    expect(sddl).toEqual([`O:BAG:SYD:PAI${full('SY')}${full('BA')}${service}`]);
  });

  it('leaves the access to the program folder as Windows sets it', () => {
    const secured = elements.filter(({ children }) => children.some(({ name }) => name.startsWith('Permission')));
    expect(secured.map(({ name }) => name)).toEqual(['CreateFolder']);
    const directory = named('Directory').find(({ attributes }) => attributes.Id === 'ProgramFiles64Folder');
    expect(directory?.children.map(({ attributes }) => attributes.Id)).toEqual(['APPLICATIONFOLDER']);
  });

  it('removes no data: nothing in it deletes files or folders that it did not install', () => {
    expect(elements.filter(({ name }) => /^Remove(File|Folder|Registry)/.test(name))).toEqual([]);
  });

  it('gives every component of ours a fixed identity', () => {
    const ids = elements.filter((one) => one.attributes.Id === 'PlumblineSetup' && one.name === 'ComponentGroup');
    const guids = ids.flatMap(({ children }) => children.map(({ attributes }) => attributes.Guid ?? ''));
    expect(guids).toHaveLength(13);
    expect(new Set(guids).size).toBe(13);
    expect(guids.filter((guid) => !/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(guid))).toEqual([]);
  });
});

describe('the hook that completes the source', () => {
  const before = readFileSync(project.before, 'utf8');
  const setup = readFileSync(join(root, 'resources/installer/setup.wxs'), 'utf8');

  it('ends the build when the program of the service was not packed', () => {
    const without = before.replaceAll('plumbline-service.exe', 'other.exe');
    expect(() => withSetup(without, setup)).toThrow('the component of plumbline-service.exe 0 times');
  });

  it('ends the build when the template is another one than it knows', () => {
    expect(() => withSetup(before.replace('ProductComponents"/>', 'Files"/>'), setup)).toThrow('0 times');
    expect(() => withSetup(`${before}</Product>`, setup)).toThrow('</Product> 2 times');
  });
});

/** The SID of a service: S-1-5-80 and the SHA-1 of its name in capitals, UTF-16, as five little-endian numbers. */
function serviceSid(name: string): string {
  const digest = createHash('sha1').update(Buffer.from(name.toUpperCase(), 'utf16le')).digest();
  return `S-1-5-80-${[0, 4, 8, 12, 16].map((at) => digest.readUInt32LE(at)).join('-')}`;
}
