import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';

type Check = {
  /** Where it stands among the settings. */
  readonly path: string;
  readonly label: string;
  readonly read: (settings: ProcoreSettings) => boolean;
  readonly write: (settings: ProcoreSettings, on: boolean) => ProcoreSettings;
};

const direct = (kind: keyof ProcoreSettings['directExport'], label: string): Check => ({
  path: `procore.directExport.${kind}`,
  label,
  read: ({ directExport }) => directExport[kind],
  write: (settings, on) => ({ ...settings, directExport: { ...settings.directExport, [kind]: on } }),
});

const flag = (field: 'useContractNumber' | 'useChangeNumber' | 'autoAddCombinations', label: string): Check => ({
  path: `procore.${field}`,
  label,
  read: (settings) => settings[field],
  write: (settings, on) => ({ ...settings, [field]: on }),
});

export const ruleChecks: readonly Check[] = [
  flag('useContractNumber', 'Fill in the number of commitments from Procore’s own'),
  flag('useChangeNumber', 'Fill in the number of change orders from Procore’s own'),
  flag('autoAddCombinations', 'Add a budget line in Procore for pairs of cost code and type that are new in Sage'),
  direct('commitments', 'Write commitments that are ready into Sage without somebody accepting them'),
  direct('changes', 'Write commitment change orders that are ready into Sage without somebody accepting them'),
  direct('invoices', 'Write subcontractor invoices that are ready into Sage without somebody accepting them'),
];

export const ruleTexts = [
  {
    field: 'budgetView',
    label: 'Budget view',
    hint: 'The view in Procore that budgets are read through. Empty: Procore Standard Budget.',
  },
  {
    field: 'defaultAccount',
    label: 'Ledger account of costs',
    hint: 'Where neither the vendor nor the cost type says one. Empty: such an item is refused, and the vendor named.',
  },
  {
    field: 'payableAccount',
    label: 'Ledger account of payables',
    hint: 'Empty: the only account of current liabilities, else asked with each invoice.',
  },
  {
    field: 'retentionAccount',
    label: 'Ledger account of retention held',
    hint: 'Empty: the only account of that kind.',
  },
  {
    field: 'twoPersonsFrom',
    label: 'Two persons from this amount on',
    hint: 'Somebody else than the one who submitted accepts. Empty: one person is enough.',
  },
] as const;
