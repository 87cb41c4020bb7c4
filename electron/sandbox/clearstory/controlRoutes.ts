import { controlAsk, dropAbsent, sameText } from '../controlAccess.ts';
import type { Reply } from './api/exchange.ts';
import { type ClearstoryControl, corPatchSchema, newCorSchema, newProjectSchema } from './control.ts';
import { faultsSchema } from './faults.ts';
import { stateSchema } from './state.ts';

/**
 * The control over HTTP, for a demo's buttons and tests in another process. Header `x-sandbox-token` must carry the token; the
 * paths do not exist when the sandbox was started without one.
 */
export function answerControl(
  control: ClearstoryControl,
  expected: string,
  request: { readonly method: string; readonly path: string; readonly token: string; readonly body: unknown },
): Reply {
  if (!sameText(request.token, expected)) return { status: 401, body: { message: 'Unauthorized' } };
  const { ask, id } = controlAsk(request.method, request.path);
  try {
    const value = answer(control, ask, id, request.body);
    return value === undefined ? { status: 404 } : { status: 200, body: value };
  } catch (error) {
    return { status: 422, body: { message: error instanceof Error ? error.message : 'Not understood' } };
  }
}

function answer(control: ClearstoryControl, ask: string, id: string, body: unknown): unknown {
  switch (ask) {
    case 'GET faults':
      return control.faults();
    case 'POST faults':
      control.setFaults(dropAbsent(faultsSchema.partial().parse(body)));
      return control.faults();
    case 'GET cors':
      return control.cors();
    case 'POST cors':
      return control.addCor(newCorSchema.parse(body));
    case 'POST cors/:id':
      return control.updateCor(id, corPatchSchema.parse(body));
    case 'POST cors/:id/void':
      return control.voidCor(id);
    case 'POST projects':
      return control.addProject(newProjectSchema.parse(body));
    case 'GET requests':
      return control.requests();
    case 'GET writes':
      return control.writes();
    case 'GET snapshot':
      return control.snapshot();
    case 'POST snapshot':
      control.restore(stateSchema.parse(body));
      return { restored: true };
    default:
      return undefined;
  }
}
