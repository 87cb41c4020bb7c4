import { assertNever, fail, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { Context } from '../../../context.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { saidCodes } from '../shared/codeChoices.ts';
import { codeLines } from '../shared/codeLines.ts';
import { companyCodes, projectCodes } from '../shared/codes.ts';
import { itemGone } from '../shared/planning.ts';
import { acceptCompany, companyChoices, companyFacts, compareCompany } from './company.ts';
import { agreedOf, type Settle, saveCodesLink, settleSchema } from './links.ts';
import { codeOrigins } from './origins.ts';
import { acceptProjectCodes, projectCodesChoices, projectCodesFacts } from './project.ts';

/** Cost codes and cost types: the company's own list, and those of each project that is a job. */
export const costCodesModule: ItemKindModule = {
  kind: 'costCodes',

  items: (context) => [
    companyFacts(context),
    ...context.store.procore.links.all('project').map((link) => projectCodesFacts(context, link)),
  ],

  item: (context, key) => {
    if (key.id === companyCodes.id) return companyFacts(context);
    const link = projectLink(context, key);
    return link === null ? null : projectCodesFacts(context, link);
  },

  compare: (context, key) => {
    if (key.id === companyCodes.id) return compareCompany(context);
    const link = projectLink(context, key);
    return {
      fields: [],
      lines: link === null ? [] : codeLines(context, link.procoreId, link.sageKey),
      notes: [
        'Only new codes are written into Sage. Names that Sage has stay as they are there, and no cost type is taken away.',
      ],
    };
  },

  choices: (context, key) => {
    if (key.id === companyCodes.id) return succeed(companyChoices(context));
    const link = projectLink(context, key);
    return link === null ? fail(itemGone(key.id)) : succeed(projectCodesChoices(context, link));
  },

  source: (context, key) => {
    const link = projectLink(context, key);
    if (link === null) return null;
    const { leaf, types } = projectCodes(context, link.procoreId);
    return {
      job: link.sageKey,
      codes: leaf.map(({ fullCode, name, costTypes }) => ({ fullCode, name, costTypes })),
      types: [...types],
    };
  },

  accept: async (context, key, choices) => {
    if (key.id === companyCodes.id) return acceptCompany(context, choices);
    const link = projectLink(context, key);
    return link === null ? fail(itemGone(key.id)) : acceptProjectCodes(context, key, link, choices);
  },

  settleTransfer: (context, key, { choices, transferId, by }) => {
    const link = projectLink(context, key);
    if (link === null) return;
    const { procoreId: project, sageKey: job } = link;
    const agreed = agreedOf(projectCodes(context, project, saidCodes(choices)));
    saveCodesLink(context, { project, job, owner: 'procore', agreed, transferId, by });
    const calls = codeOrigins(context, project, job, agreed);
    if (calls.length === 0) return;
    const settle: Settle = { what: 'project', agreed: {} };
    const title = `Cost codes of project ${link.agreed.name ?? project} are in job ${job}`;
    queueAct(context, { item: key, purpose: 'acknowledge', title, calls, settle: JSON.stringify(settle), by });
  },

  settleAct: (context, key, { settle, given, by }) => {
    const left = settleSchema.parse(JSON.parse(settle));
    switch (left.what) {
      case 'company': {
        const list = given[left.list];
        if (list === null || list === undefined) throw new Error('Procore gave no list of cost codes');
        saveCompanyLink(context, list, left.agreed, by);
        return;
      }
      case 'project': {
        const link = projectLink(context, key);
        if (link === null) return;
        const agreed = { ...agreedOf(projectCodes(context, link.procoreId)), ...left.agreed };
        const { procoreId: project, sageKey: job } = link;
        saveCodesLink(context, { project, job, owner: 'both', agreed, transferId: null, by });
        return;
      }
      default:
        assertNever(left);
    }
  },

  partners: null,
  link: null,

  unlink: async (_, key) => {
    const what = key.id === companyCodes.id ? 'The list of the company stays' : 'The cost codes of a project stay';
    const sentence = `${what} as long as projects are linked: unlink the project, which takes its codes along.`;
    return fail(refused('procore.notNow', sentence));
  },
};

/** The pair of project and job that the codes belong to. */
function projectLink({ store }: Context, key: ItemKey) {
  const project = procoreIdOf(key);
  return project === null ? null : store.procore.links.get(procoreItem('project', project));
}

function saveCompanyLink(context: Context, list: string, agreed: Readonly<Record<string, string>>, by: string): void {
  const before = context.store.procore.links.get(companyCodes)?.agreed ?? {};
  context.store.procore.links.save({
    item: companyCodes,
    procoreId: list,
    project: null,
    sageKey: 'company',
    sageNumber: '6-5',
    job: null,
    originId: '',
    owner: 'sage',
    lines: [],
    agreed: { ...before, ...agreed },
    transferId: null,
    at: context.clock.now(),
    by,
  });
}
