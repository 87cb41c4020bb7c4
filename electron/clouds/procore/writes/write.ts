import { assertNever, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall, Ref } from '#shared/domain/procore/call.ts';
import type { Reader } from '../reading.ts';
import type { ChosenView } from '../reads/budget.ts';
import { writeBudgetRows } from './budgetRows.ts';
import { writeCompanyCodes, writeCompanyTypes } from './companyCodes.ts';
import { setChangeOrigin, setCommitmentOrigins, setInvoiceOrigin } from './contractOrigins.ts';
import { setProjectOrigin, setVendorOrigin, updateVendor, upsertProject, upsertVendor } from './directory.ts';
import { writeProjectCodes } from './projectCodes.ts';
import { setSubJobOrigin, upsertSubJob } from './subJobs.ts';

/**
 * Does one call and reads back what it wrote. Every call may be done again: after a lost answer nothing is made twice. In: what the
 * calls before it gave. Out: the Procore id of what it wrote to, where there is one.
 */
export async function writeCall(
  reader: Reader,
  call: ProcoreCall,
  given: readonly (string | null)[],
  view: ChosenView,
): Promise<Result<string | null>> {
  const resolve = (ref: Ref): string => {
    const id = typeof ref === 'string' ? ref : given[ref.call];
    if (id == null) throw new Error('A call names one that gave no id');
    return id;
  };
  switch (call.op) {
    case 'project.upsert':
      return upsertProject(reader, call);
    case 'project.origin':
      return giving(resolve(call.project), (project) => setProjectOrigin(reader, project, call.origin));
    case 'vendor.upsert':
      return upsertVendor(reader, call);
    case 'vendor.origin':
      return giving(resolve(call.vendor), (vendor) => setVendorOrigin(reader, vendor, call.origin));
    case 'vendor.update':
      return giving(resolve(call.vendor), (vendor) => updateVendor(reader, vendor, call.fields));
    case 'costCodes.company':
      return writeCompanyCodes(reader, call);
    case 'costTypes.company':
      return writeCompanyTypes(reader, call);
    case 'costCodes.project':
      return giving(resolve(call.project), (project) => writeProjectCodes(reader, call, project));
    case 'subJob.upsert':
      return upsertSubJob(reader, call, resolve(call.project));
    case 'subJob.origin':
      return giving(resolve(call.subJob), (subJob) =>
        setSubJobOrigin(reader, resolve(call.project), subJob, call.origin),
      );
    case 'budget.rows':
      return giving(resolve(call.project), (project) => writeBudgetRows(reader, call, project, view));
    case 'commitment.origins':
      return giving(resolve(call.commitment), () => setCommitmentOrigins(reader, call, resolve));
    case 'change.origin':
      return giving(call.package, () => setChangeOrigin(reader, call, resolve));
    case 'invoice.origin':
      return giving(resolve(call.invoice), () => setInvoiceOrigin(reader, call, resolve));
    default:
      return assertNever(call);
  }
}

async function giving(id: string, act: (id: string) => Promise<Result<null>>): Promise<Result<string>> {
  const done = await act(id);
  return done.ok ? succeed(id) : done;
}
