import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract, HouseholdView } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { cellOf } from '../../../policies/permit';
import { addressOf, doorAt, placeOfWall, plateOf, splitDoorId } from '../../../records/door-place';
import { maskName } from '@domain/register/masking';
import { nextOf } from '@domain/kernel/page';
import type { HouseholdDocument, SubmissionDocument } from '../../../repositories/documents';
import { residencesAt } from '../../../repositories/residences';
import { tenanciesOf } from '../../../repositories/tenancies';
import { conflictsOf, householdsOfDoor } from '../../../repositories/households';
import { waitingAtDoor } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';
import { fittingRecords, keyOfForm, keyOfHousehold, type DoorRecord } from '../door-records';
import { endOfHousehold } from '../end-of-household';
import { rulesOf } from '../../../records/form-checks';
import { viewHousehold, viewWaiting } from '../../../records/form-views';
import { viewHome } from '../../../records/worker-facts';

type Input = ProcedureParsed<(typeof censusContract)['readDoor']>;
type Output = ProcedureOutput<(typeof censusContract)['readDoor']>;

function isClosed({ state }: HouseholdDocument): boolean {
  return state === 'closed';
}

/** With what is still to be chosen, for whoever may choose; who wrote once, with no form joined and nobody after, differs from nobody. */
async function withChoices(
  { store, caller }: ReadContext,
  { household, view }: { readonly household: HouseholdDocument; readonly view: HouseholdView },
): Promise<HouseholdView> {
  const { verifyWay, version, formIds, _id } = household;
  const isAlone = verifyWay === undefined && version === 1 && formIds.length === 0;
  if (isAlone || cellOf('conflict.list', caller.role) === null) return view;
  const conflicts = await conflictsOf(store, _id);
  const open = conflicts.filter(({ state }) => state === 'open').length;
  return open === 0 ? view : { ...view, openConflicts: open };
}

interface Stored {
  readonly forms: readonly SubmissionDocument[];
  /** Those that have not ended. */
  readonly present: readonly HouseholdDocument[];
}

/** What lies behind the door, each drawn when its turn comes. */
async function recordsOf(context: ReadContext, { forms, present }: Stored): Promise<DoorRecord[]> {
  const rules = rulesOf(await context.campaign(), context.today);
  const viewer = { role: context.caller.role, keyring: context.keyring, rules };
  const tenancies = await tenanciesOf(context.store, present);
  return [
    ...forms.map((form) => ({
      key: keyOfForm(form),
      id: form._id,
      view: () => Promise.resolve({ waiting: [viewWaiting(form, viewer)] }),
    })),
    ...present.map((household) => ({
      key: keyOfHousehold(household),
      id: household._id,
      view: async () => {
        const view = viewHousehold(household, viewer, tenancies.get(household._id));
        return { households: [await withChoices(context, { household, view })] };
      },
    })),
  ];
}

export async function readDoor(context: ReadContext, { doorId, cursor }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const wall = unit && (await findWall(context.store, unit.unitId));
  if (wall === undefined) throw new Problem('NOT_FOUND');
  const door = doorAt(wall, doorId);
  context.permit(placeOfWall(wall));

  const { lastSeq, linked: linkedCount = 0, doubted } = door.stored;
  // Who may decide sees what waits; a volunteer sees the households that stand.
  const waiting = cellOf('form.listQuarantine', context.caller.role) === null ? 0 : door.stored.waiting;
  const forms = waiting === 0 ? [] : await waitingAtDoor(context.store, doorId);
  const stored = lastSeq === 0 ? [] : await householdsOfDoor(context.store, doorId);
  const closed = stored.filter(isClosed);
  const present = stored.filter((household) => !isClosed(household));
  const linked = linkedCount === 0 ? [] : await residencesAt(context.store, doorId);
  const { ids, shown, next } = await fittingRecords(await recordsOf(context, { forms, present }), cursor);
  // An empty door holds nobody who could be looked at.
  if (forms.length + stored.length + linked.length > 0) {
    context.look({ subjects: [doorId, ...closed.map(({ _id }) => _id), ...ids], fields: ['form'] });
  }
  return {
    plate: plateOf(addressOf(door)),
    state: door.stored.state,
    ...shown,
    former: closed.map((one) => ({ seq: one.seq, closedOn: '', ...endOfHousehold(one) })),
    registeredElsewhere: linked.map(({ name, from }) => ({ name: name === '' ? '' : maskName(name), from })),
    ...viewHome(door.stored, context.caller.role),
    ...(doubted === undefined ? {} : { isDoubted: true }),
    ...nextOf({ next }),
  };
}
