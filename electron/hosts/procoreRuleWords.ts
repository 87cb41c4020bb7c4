import type { ConfigKey } from './configWords.ts';

const account = 'an account number as text, "" for none';
const yesNo = 'true or false';

/** The rules of Procore in words, as they stand under Settings, Procore, Rules. */
export const procoreRuleKeys: readonly ConfigKey[] = [
  { key: 'procoreRules', meaning: 'How items cross to and from Procore.', form: 'an object with the keys below' },
  {
    key: 'procoreRules.signIn',
    meaning: 'Log in to Procore as a service account, or as the person who logged in with the browser.',
    form: '"serviceAccount" or "person"',
  },
  {
    key: 'procoreRules.useContractNumber',
    meaning: "Take the number of a contract in Sage from Procore's own.",
    form: yesNo,
  },
  {
    key: 'procoreRules.useChangeNumber',
    meaning: "Take the number of a change in Sage from Procore's own.",
    form: yesNo,
  },
  {
    key: 'procoreRules.vendorTypes',
    meaning: 'Sage vendor types that are offered for import.',
    form: 'a list of type numbers as text; null, or "all" in a policy, for all',
  },
  {
    key: 'procoreRules.template',
    meaning: "Procore's project template for projects made from Sage jobs.",
    form: 'its number as text, "" for none',
  },
  {
    key: 'procoreRules.budgetView',
    meaning: 'Budget view that budgets are read through.',
    form: 'its name in Procore, at most 200 characters, "" for the standard one',
  },
  {
    key: 'procoreRules.autoAddCombinations',
    meaning: 'Give a pair of cost code and type that is new in Sage a line in the budget of Procore.',
    form: yesNo,
  },
  {
    key: 'procoreRules.defaultAccount',
    meaning: 'Ledger account for lines whose vendor and cost type do not say one.',
    form: account,
  },
  { key: 'procoreRules.payableAccount', meaning: 'Ledger account of payables.', form: account },
  { key: 'procoreRules.retentionAccount', meaning: 'Ledger account of the retention held back.', form: account },
  {
    key: 'procoreRules.directExport',
    meaning: 'What is sent by itself, without somebody accepting it.',
    form: '{ "commitments": …, "changes": …, "invoices": … }',
  },
  { key: 'procoreRules.directExport.commitments', meaning: 'Send commitments by themselves.', form: yesNo },
  { key: 'procoreRules.directExport.changes', meaning: 'Send changes of commitments by themselves.', form: yesNo },
  { key: 'procoreRules.directExport.invoices', meaning: 'Send invoices by themselves.', form: yesNo },
  {
    key: 'procoreRules.twoPersonsFrom',
    meaning: 'Amount from which another person than the one who submitted has to accept.',
    form: 'an amount as text such as "25000.00", "" where one person is enough',
  },
  {
    key: 'procoreRules.approvers',
    meaning: 'Who may accept, by kind of item.',
    form: 'an object with lists of user names, e.g. { "invoice": ["dana", "ACME\\\\lee"] }',
  },
];
