import { configKeys } from '../configWords.ts';
import { type Control, type SettingKey, settingKeys } from '../settingKeys.ts';
import { companyPlace, ofOneCompany } from './policy.ts';
import { emptyText, policyValue } from './policyValue.ts';

/**
 * The administrative templates of Group Policy and Intune, from the one list of settings. `admx`: what is set where in the registry;
 * `adml`: the words for it. A form of Microsoft's: schema 1.0 of `http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions`.
 */
export function policyTemplates(): { readonly admx: string; readonly adml: string } {
  const single = settingKeys.filter(({ key }) => !ofOneCompany.includes(key));
  return { admx: admxOf(single), adml: admlOf(single) };
}

const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const registryKey = 'SOFTWARE\\Policies\\Plumbline';
const root = 'Plumbline';

function admxOf(keys: readonly SettingKey[]): string {
  const categories = groupsOf(keys).map(
    ({ id }) =>
      `    <category name="${id}" displayName="$(string.Category_${id})"><parentCategory ref="${root}"/></category>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="plumbline" namespace="Plumbline.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="${root}" displayName="$(string.Category_${root})"/>
${categories.join('\n')}
  </categories>
  <policies>
${keys.map(policyXml).join('\n')}
${companiesXml}
  </policies>
</policyDefinitions>
`;
}

function policyXml({ key, control }: SettingKey): string {
  const id = idOf(key);
  const value = control.kind === 'yesNo' ? ` valueName="${key}"` : ` presentation="$(presentation.${id})"`;
  return `    <policy name="${id}" class="Machine" displayName="$(string.${id})" explainText="$(string.${id}_Help)" key="${registryKey}"${value}>
      <parentCategory ref="${key.includes('.') ? groupOf(key) : root}"/>
      <supportedOn ref="Supported"/>
${
  control.kind === 'yesNo'
    ? `      <enabledValue><decimal value="1"/></enabledValue>
      <disabledValue><decimal value="0"/></disabledValue>`
    : `      <elements>${elementXml(id, key, control)}</elements>`
}
    </policy>`;
}

function elementXml(id: string, key: string, control: Exclude<Control, { kind: 'yesNo' }>): string {
  const names = `id="${id}" valueName="${key}" required="true"`;
  switch (control.kind) {
    case 'number':
      return `<decimal ${names} minValue="${control.min}" maxValue="${control.max}"/>`;
    case 'text':
      return `<text ${names} maxLength="${control.maxLength}"/>`;
    case 'choice': {
      const items = control.values.map(
        (value, index) =>
          `<item displayName="$(string.${id}_${index})"><value><string>${xml(value === '' ? emptyText : value)}</string></value></item>`,
      );
      return `<enum ${names}>${items.join('')}</enum>`;
    }
    case 'list':
    case 'json':
      return `<multiText ${names}/>`;
  }
}

/** Settings of single companies: no template can know their short names, so that they are entered as names and values. */
const companiesXml = `    <policy name="Companies" class="Machine" displayName="$(string.Companies)" explainText="$(string.Companies_Help)" key="${registryKey}\\${companyPlace}" presentation="$(presentation.Companies)">
      <parentCategory ref="${root}"/>
      <supportedOn ref="Supported"/>
      <elements><list id="Companies" key="${registryKey}\\${companyPlace}" explicitValue="true"/></elements>
    </policy>`;

const companiesWords = `Settings that are for one company. Value name: the short name of the company, a slash and the key of the setting, such as acme/writing.mode. Value: what is set, as text.

A company that is not on the computer yet is connected there when its acme/sage.connection.server and acme/sage.connection.database are set; acme/company.name is what people see.

What is set for one company stands above what is set for all. The help page for IT lists every key. No password, key or token belongs here: every user of the domain can read policies.`;

function admlOf(keys: readonly SettingKey[]): string {
  const strings = [
    ['Supported', 'Plumbline 0.1 or later'],
    [`Category_${root}`, root],
    ...groupsOf(keys).map(({ id, words }) => [`Category_${id}`, words]),
    ...keys.flatMap(stringsOf),
    ['Companies', 'Settings of single companies'],
    ['Companies_Help', companiesWords],
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <displayName>Plumbline</displayName>
  <description>Settings of Plumbline, the connector between Sage 100 Contractor and the project cloud.</description>
  <resources>
    <stringTable>
${strings.map(([id = '', words = '']) => `      <string id="${id}">${xml(words)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${[
  ...keys.flatMap(presentationXml),
  '<presentation id="Companies"><listBox refId="Companies">Settings:</listBox></presentation>',
]
  .map((line) => `      ${line}`)
  .join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function stringsOf(setting: SettingKey): readonly (readonly string[])[] {
  const { key, meaning, form, scope, control } = setting;
  const id = idOf(key);
  const forWhom =
    scope === 'installation'
      ? 'For the whole computer.'
      : 'For every company; one company can be set apart under “Settings of single companies”.';
  const none = policyValue(setting, '').ok ? ` ${emptyText} stands for an empty text.` : '';
  const lines = control.kind === 'list' ? ' One entry a line.' : control.kind === 'json' ? ' As JSON text.' : '';
  const help = `${meaning}\n\nAllowed: ${form}.${none}${lines}\n\n${forWhom} Where this is set, nobody can change it in Plumbline.`;
  const choices = control.kind === 'choice' ? control.values : [];
  return [
    [id, `${titleOf(meaning)} (${key})`],
    [`${id}_Help`, help],
    ...choices.map((value, index) => [`${id}_${index}`, value === '' ? emptyText : value]),
  ];
}

function presentationXml({ key, control }: SettingKey): readonly string[] {
  const id = idOf(key);
  const label = xml(`${key}:`);
  const inside = {
    yesNo: null,
    number: `<decimalTextBox refId="${id}">${label}</decimalTextBox>`,
    text: `<textBox refId="${id}"><label>${label}</label></textBox>`,
    choice: `<dropdownList refId="${id}" noSort="true">${label}</dropdownList>`,
    list: `<multiTextBox refId="${id}">${label}</multiTextBox>`,
    json: `<multiTextBox refId="${id}">${label}</multiTextBox>`,
  }[control.kind];
  return inside === null ? [] : [`<presentation id="${id}">${inside}</presentation>`];
}

function groupsOf(keys: readonly SettingKey[]): readonly { readonly id: string; readonly words: string }[] {
  const groups = [...new Set(keys.map(({ key }) => key).filter((key) => key.includes('.')))].map(groupOf);
  return [...new Set(groups)].map((id) => {
    const meaning = configKeys.find(({ key }) => key === id)?.meaning ?? id;
    return { id, words: titleOf(meaning) };
  });
}

function groupOf(key: string): string {
  return key.split('.')[0] ?? '';
}

/** Names in a template hold letters, digits and underscores. */
function idOf(key: string): string {
  return key.replaceAll('.', '_');
}

/** The first sentence, without its end. */
function titleOf(meaning: string): string {
  return meaning.split(/[.;:] |[.;:]$/)[0] ?? meaning;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
