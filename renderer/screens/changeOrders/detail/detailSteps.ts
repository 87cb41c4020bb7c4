import type { CorDetail } from '#shared/contract/changeOrders.ts';

/** Why an act is not possible for this COR now, with the way out; null when it is. */
export type DetailRefusals = {
  readonly push: string | null;
  readonly update: string | null;
  readonly void: string | null;
  readonly unlink: string | null;
};

/** In: what the engine says of a COR. Out: which of its acts are possible. */
export function detailRefusals({ cor, link, health, transfer, addRefusal, row }: CorDetail): DetailRefusals {
  const onItsWay =
    transfer === null || transfer.state.name === 'draft' ? null : `${transfer.title} is not finished: see Queue.`;
  const unlinked = `COR ${cor.number} is not in a Sage change order.`;
  const external =
    row.sage === 'external'
      ? 'Clearstory’s own integration has pushed it already. Adding it here would enter it twice.'
      : null;
  return {
    push: addRefusal ?? external ?? onItsWay,
    update: link === null ? unlinked : (onItsWay ?? updateRefusal(health, link.number)),
    void: link === null ? unlinked : (onItsWay ?? voidRefusal(health?.state, cor.number, link.number)),
    unlink:
      link === null
        ? unlinked
        : transfer === null
          ? null
          : `${transfer.title} is open: finish, withdraw or drop it under Queue first.`,
  };
}

type HealthState = NonNullable<CorDetail['health']>['state'] | undefined;

function updateRefusal(health: CorDetail['health'], order: string): string | null {
  switch (health?.state) {
    case 'inSync':
      return 'Nothing has changed since the push.';
    case 'conflict':
      return 'Both sides changed: decide field by field first, then continue from there.';
    case 'voidPending':
      return 'The COR is void in Clearstory: use Void in Sage.';
    case 'locked':
      return health.sentence;
    case 'orphaned':
      return `Change order ${order} is no longer in Sage. Unlink the COR, then add it again.`;
    default:
      return null;
  }
}

function voidRefusal(state: HealthState, cor: string, order: string): string | null {
  if (state === 'orphaned') return `Change order ${order} is no longer in Sage: there is nothing to void.`;
  return state === 'voidPending' ? null : `COR ${cor} is not void in Clearstory. Void it there first.`;
}
