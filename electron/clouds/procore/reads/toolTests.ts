import type { ProcoreTest } from '../../../engine/ports/procoreAccount.ts';
import type { Reader } from '../reading.ts';
import type { Query } from '../transport.ts';

type Step = ProcoreTest['steps'][number];

type Tool = { readonly title: string; readonly path: string; readonly query: Query };

/** One call that reads next to nothing of each tool that is used, of the company and of one project. */
function toolsOf(company: string, project: string | null): readonly Tool[] {
  const ofCompany = { company_id: company, page: 1, per_page: 1 };
  const companyTools = [
    { title: 'Directory', path: '/rest/v1.0/vendors', query: { ...ofCompany, view: 'normal' } },
    { title: 'Cost code lists', path: '/rest/v1.0/standard_cost_code_lists', query: ofCompany },
    { title: 'Cost types', path: '/rest/v1.0/line_item_types', query: ofCompany },
  ];
  if (project === null) return companyTools;
  const inside = `/rest/v1.0/projects/${encodeURIComponent(project)}`;
  const ofProject = { project_id: project, page: 1, per_page: 1 };
  return [
    ...companyTools,
    { title: 'Cost codes', path: '/rest/v1.0/cost_codes', query: ofProject },
    { title: 'Budget codes', path: `${inside}/work_breakdown_structure/wbs_codes`, query: { page: 1, per_page: 1 } },
    { title: 'Budget', path: `${inside}/budget`, query: {} },
    { title: 'Subcontracts', path: '/rest/v1.0/work_order_contracts', query: ofProject },
    { title: 'Purchase orders', path: '/rest/v1.0/purchase_order_contracts', query: ofProject },
    { title: 'Change orders', path: '/rest/v1.0/change_order_packages', query: ofProject },
    { title: 'Invoices', path: '/rest/v1.1/requisitions', query: ofProject },
  ];
}

/** In: a visible project, or null when there is none. */
export async function testTools(reader: Reader, project: string | null): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const { title, path, query } of toolsOf(reader.companyId(), project)) {
    const subject = `the tool ${title}`;
    const reply = await reader.transport.get(path, query, subject);
    steps.push(
      reply.ok
        ? { title, ok: true, sentence: 'The app may read this.' }
        : { title, ok: false, sentence: [reply.failure.sentence, reply.failure.remedy ?? ''].join(' ').trim() },
    );
  }
  return steps;
}
