import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { externalVendor } from '#shared/domain/procore/rules/vendor.ts';
import type { Context } from '../../../context.ts';
import type { Accepting } from '../../kindModule.ts';
import { missingCompanies } from '../../pull/missing.ts';
import { listChoice, type Option } from '../shared/overflow.ts';
import { refusedAs } from '../shared/planning.ts';
import type { Settle } from './links.ts';

/**
 * merging companies is a tool of Procore's own, which moves their items to the primary one and removes the others. What is left to
 * do here is to say which company remained and which vendor of Sage it is from now on.
 */
export function mergeChoices(context: Context, gone: ProcoreLink): readonly ChoiceField[] {
  const { records, links } = context.store.procore;
  const missing = missingCompanies(context);
  const linked = new Map(links.all('vendor').map((link) => [link.procoreId, link]));
  const name = (gone.agreed.company ?? gone.agreed.name ?? '').toLowerCase();
  const companies: readonly Option[] = records
    .all('vendor')
    .filter(({ id }) => id !== gone.procoreId && !missing.has(id))
    .map((company) => {
      const link = linked.get(company.id);
      const whose = link === undefined ? 'not linked' : `vendor ${link.sageNumber}`;
      return {
        value: company.id,
        label: `${company.name} (${whose})`,
        refusal: externalVendor(company, context.company),
      };
    })
    // What is called alike comes first: a message carries no more than the beginning of a long list.
    .sort((a, b) => Number(likeness(b.label, name)) - Number(likeness(a.label, name)) || (a.label < b.label ? -1 : 1));
  return [
    listChoice('primary', 'Company that remained', '', companies, 'Into which company it was merged in Procore.'),
    listChoice(
      'keep',
      'Vendor in Sage that stays',
      'gone',
      [
        { value: 'gone', label: `Vendor ${gone.sageNumber} ${gone.agreed.name ?? ''}`.trimEnd() },
        { value: 'primary', label: 'The vendor of the company that remained' },
      ],
      'The other one is archived here; nothing changes in Sage.',
    ),
  ];
}

function likeness(label: string, name: string): boolean {
  const [word = ''] = name.split(/\s+/);
  return word !== '' && label.toLowerCase().includes(word);
}

export function acceptMerge(context: Context, gone: ProcoreLink, choices: Choices): Result<Accepting> {
  const { store, company } = context;
  const { primary = '', keep = '' } = choices;
  const remained = store.procore.records.get('vendor', primary);
  if (remained === null || missingCompanies(context).has(primary) || primary === gone.procoreId) {
    const sentence = 'Say which company of Procore remained: it must be one that is there.';
    return refusedAs({ field: 'primary', value: primary, sentence });
  }
  const foreign = externalVendor(remained, company);
  if (foreign !== null) return refusedAs({ field: 'primary', value: remained.name, sentence: foreign });
  const own = store.procore.links.get(procoreItem('vendor', primary));
  if (keep !== 'gone' && (keep !== 'primary' || own === null)) {
    const sentence = `${remained.name} has no vendor of its own: say that vendor ${gone.sageNumber} stays.`;
    return refusedAs({ field: 'keep', value: keep, sentence });
  }
  const vendor = keep === 'gone' ? gone.sageKey : (own?.sageKey ?? '');
  const left = keep === 'gone' ? (own?.sageKey ?? null) : gone.sageKey;
  const settle: Settle = { what: 'merged', primary, vendor, left };
  return succeed({
    ok: true,
    as: {
      into: 'procore',
      purpose: 'link',
      title: `${remained.name} is vendor ${vendor} after the merge`,
      calls: [
        { op: 'vendor.origin', vendor: primary, origin: { id: originIdOf(company, 'vendor', vendor), code: vendor } },
      ],
      sums: [],
      warnings: left === null ? [] : [`Vendor ${left} is unlinked and archived here; in Sage it stays as it is.`],
      cautions: [
        {
          name: 'merge',
          sentence: `This cannot be taken back: everything of the merged company belongs to ${remained.name} in Procore, and to vendor ${vendor} in Sage.`,
        },
      ],
      settle: JSON.stringify(settle),
    },
  });
}
