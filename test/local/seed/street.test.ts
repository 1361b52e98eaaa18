import { createHash, randomBytes } from 'node:crypto';
import { checkForm } from '@domain/census/form-rules';
import { countDoors, addCounts } from '@domain/census/coverage';
import type { FormRules } from '@domain/census/form-draft';
import { openAnswers } from '../../../cloudfunctions/records/sealed-answers';
import { openSubmission } from '../../../cloudfunctions/records/sealed-form';
import { compoundBoard, sumBoard } from '../../../cloudfunctions/records/boards';
import { withFormWaiting, withHousehold } from '../../../cloudfunctions/records/wall-changes';
import type {
  BoardDocument,
  CompoundDocument,
  DoorDocument,
  HouseholdDocument,
  LinkDocument,
  SubmissionDocument,
  WallDocument,
  WallSlot,
} from '../../../cloudfunctions/repositories/documents';
import { seededToken } from '../../../local/seed/links';
import { openSeedVault } from '../../../local/seed/vault';
import { generateStreet, type SeedVault, type Street } from '../../../local/seed/street';

const TODAY = '2026-03-10';
const RULES: FormRules = { today: TODAY, allowTestNumbers: true, idNumberMode: 'off' };

function openVault(): SeedVault {
  return openSeedVault(randomBytes(32).toString('base64url'), TODAY);
}

function smallStreet(seed = 'seed'): Street {
  return generateStreet({ kind: 'small', seed, today: TODAY });
}

const vault = openVault();
const street = smallStreet();
const stored = new Map([...street.collections(vault)].map(([name, documents]) => [name, [...documents]]));

function all<T>(collection: string): T[] {
  return stored.get(collection) as T[];
}

/** Everything but keys and what is sealed or digested with them, which differ from folder to folder. */
function digestOf(one: Street, opened: SeedVault): string {
  const hash = createHash('sha256');
  const keyed = new Set([
    '_id',
    'userId',
    'assigneeId',
    'filledBy',
    'confirmedBy',
    'accounts',
    'keys',
    'submittedBy',
    'issuedBy',
    'decidedBy',
    'phoneKey',
  ]);
  for (const [name, documents] of one.collections(opened)) {
    if (name === 'keys') continue;
    for (const document of documents) {
      const text = JSON.stringify(document, (key, value: unknown) => {
        if (typeof value === 'string' && value.startsWith('v1.A1.')) return 'sealed';
        const isKeyed = keyed.has(key) && (key !== '_id' || name === 'links' || name === 'volunteers');
        return isKeyed || key === 'receiptCode' ? undefined : value;
      });
      hash.update(text);
    }
  }
  return hash.digest('hex');
}

describe('the test street', () => {
  it('is the same for the same seed, whatever keys seal it', () => {
    expect(digestOf(smallStreet(), openVault())).toBe(digestOf(street, vault));
  });

  it('is another one for another seed', () => {
    expect(digestOf(smallStreet('other'), vault)).not.toBe(digestOf(street, vault));
  });

  it('has the shape of the journeys', () => {
    const { workGroups, communities, compounds } = street.plan;
    const orchard = compounds.find(({ name }) => name === '苹果花园');
    const building = all<WallDocument>('walls').filter(
      ({ address }) => address.compound === '苹果花园' && address.building === '3',
    );

    expect([workGroups.length, communities.length, compounds.length]).toEqual([7, 7, 9]);
    expect(new Set(orchard?.buildings.map(({ gridId }) => gridId)).size).toBe(2);
    expect(building.map(({ slots }) => Object.keys(slots).length)).toEqual([12, 12, 12]);
  });

  it('leaves the doors of the journeys free', () => {
    const free = [
      '苹果花园 3-2-502',
      '苹果花园 3-2-101',
      '金河湾 1-1-101',
      '樱花苑 2-1-302',
      '龙泉苑 1-1-101',
    ];
    const slots = street.units
      .flatMap(({ doors }) => doors)
      .filter(({ door }) => free.includes(door.name))
      .map(({ fate }) => fate.kind);

    expect(slots).toEqual(free.map(() => 'nobodyAsked'));
  });

  it('shows a comparison, a finding and every face of a wall', () => {
    const slots = all<WallDocument>('walls').flatMap(({ slots: bySlot }) => Object.values(bySlot));
    const states = new Set(slots.map(({ state }) => state));

    expect(slots.filter(({ flagged, households }) => flagged && households > 0)).toHaveLength(1);
    expect(slots.filter(({ flagged, households }) => flagged && households === 0)).toHaveLength(1);
    expect([...states].sort()).toEqual(
      ['filled', 'inaccessible', 'missing', 'pending', 'refused', 'vacant', 'vacantGuess'].sort(),
    );
  });
});

describe('the truth of a street', () => {
  it('equals a recount of its documents, at every level', () => {
    const { truth, plan } = street;
    const families = all<HouseholdDocument>('households').filter(({ kind }) => kind !== 'vacant');
    const slotsWhere = (fits: (wall: WallDocument) => boolean): WallSlot[] =>
      all<WallDocument>('walls')
        .filter(fits)
        .flatMap(({ slots }) => Object.values(slots));

    expect(truth.street.doors).toBe(all('doors').length);
    expect(truth.street.buildings).toBe(all('buildings').length);
    expect(truth.street.waitingForms).toBe(all('submissions').length);
    expect(truth.street.households).toBe(families.length);
    expect(truth.street.people).toBe(families.reduce((sum, { members }) => sum + members.length, 0));
    for (const { id } of plan.compounds) {
      const inside = families.filter(({ compoundId }) => compoundId === id);
      expect(truth.compounds.get(id)).toMatchObject({
        counts: countDoors(slotsWhere(({ compoundId }) => compoundId === id)),
        households: inside.length,
        people: inside.reduce((sum, { members }) => sum + members.length, 0),
      });
    }
    for (const { id } of plan.communities) {
      const counts = countDoors(slotsWhere(({ communityId }) => communityId === id));
      expect(truth.communities.get(id)?.counts).toEqual(counts);
    }
    expect(addCounts([...truth.workGroups.values()].map(({ counts }) => counts))).toEqual(
      truth.street.counts,
    );
    expect(addCounts([...truth.grids.values()].map(({ counts }) => counts))).toEqual(truth.street.counts);
  });

  it('stands on the boards exactly as the roll-up would count it', () => {
    const boards = new Map(all<BoardDocument>('boards').map((board) => [board._id, board]));
    const facts = { asOf: boards.get(street.plan.street.id)?.asOf ?? 0, newest: { at: 0, id: '' } };
    const compounds = all<CompoundDocument>('compounds').map((compound) =>
      compoundBoard(
        compound,
        all<WallDocument>('walls').filter(({ compoundId }) => compoundId === compound._id),
        facts,
      ),
    );
    const summed = (id: string, parts: BoardDocument[]): BoardDocument =>
      sumBoard(boards.get(id) as BoardDocument, parts, facts.asOf);
    const communities = street.plan.communities.map(({ id }) =>
      summed(
        id,
        compounds.filter(({ communityId }) => communityId === id),
      ),
    );

    expect(boards.size).toBe(compounds.length + communities.length + 1);
    for (const board of [...compounds, ...communities, summed(street.plan.street.id, communities)]) {
      expect(boards.get(board._id)).toEqual(board);
    }
  });
});

describe('the documents of a street', () => {
  const doors = new Map(all<DoorDocument>('doors').map((door) => [door._id, door]));
  const households = all<HouseholdDocument>('households');
  const submissions = all<SubmissionDocument>('submissions');

  it('put every household and form behind a door that exists, in the same place', () => {
    for (const document of [...households, ...submissions]) {
      const { streetId, communityId, gridId, compoundId, buildingId, unitId, slot } = document;
      const place = { streetId, communityId, gridId, compoundId, buildingId, unitId, slot };
      expect(doors.get(document.doorId)).toMatchObject(place);
    }
  });

  it('have the walls that the product itself would have left', () => {
    const planned = street.units.flatMap((unit) => unit.doors);
    const walls = new Map(all<WallDocument>('walls').map((wall) => [wall._id, wall]));
    const untouched = ['refused', 'inaccessible', 'vacantGuess', 'business'];
    for (const { door } of planned) {
      const { _id, unitId, slot } = door.document;
      const household = households.find(({ doorId }) => doorId === _id);
      const waiting = submissions.find(({ doorId }) => doorId === _id);
      const answered = household === undefined ? door.slot : withHousehold(door.slot, household);
      const expected = waiting === undefined ? answered : withFormWaiting(answered, waiting.flagged);
      const actual = walls.get(unitId)?.slots[String(slot)];

      if (untouched.includes(actual?.state ?? '')) expect(expected).toEqual(door.slot);
      else expect(actual).toEqual(expected);
    }
  });

  it('hold answers that open, without a mistake, and with a question only where one is flagged', () => {
    const findings = (form: ReturnType<typeof openAnswers>) => checkForm(form, RULES).map(({ code }) => code);
    const flagged = submissions.filter((form) => findings(openSubmission(vault.keyring, form)).length > 0);

    // A guardian's tick is kept with the consent, not with the answers.
    const answers = households.map((household) => openAnswers(vault.keyring, household));
    const asSent = answers.map((form) => ({ ...form, guardianConsent: true }));

    expect(asSent.flatMap(findings)).toEqual([]);
    expect(flagged.map((form) => form.plate)).toEqual([{ compound: '金河湾', line: '2-1-201' }]);
    expect(submissions.filter((form) => form.flagged).length).toBe(2);
  });

  it('hold synthetic people only', () => {
    const forms = [
      ...households.map((household) => openAnswers(vault.keyring, household)),
      ...submissions.map((form) => openSubmission(vault.keyring, form)),
    ];

    expect(forms.every(({ phone }) => /^100\d{8}$/.test(phone.number))).toBe(true);
    expect(forms.flatMap(({ members }) => members).filter(({ idNumber }) => idNumber !== undefined)).toEqual(
      [],
    );
  });

  it('hold no plain phone, plate or child', () => {
    const kept = JSON.stringify([...households, ...submissions]);
    const forms = households.map((household) => openAnswers(vault.keyring, household));
    const children = households.flatMap(({ members }) =>
      members.filter(({ ageBand }) => ['0-2', '3-5', '6-13', '14-17'].includes(ageBand)),
    );

    for (const { phone, vehicles } of forms) {
      expect(kept).not.toContain(phone.number);
      for (const { plate } of vehicles) expect(kept).not.toContain(plate);
    }
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter(({ name }) => name !== undefined)).toEqual([]);
  });

  it('have one code for each door, building and compound, found by its token', () => {
    const links = new Map(all<LinkDocument>('links').map((link) => [link._id, link]));
    const targets = [
      ...[...doors.keys()].map((id) => ({ kind: 'H' as const, id })),
      ...street.plan.compounds.flatMap(({ id, buildings }) => [
        { kind: 'C' as const, id },
        ...buildings.map((building) => ({ kind: 'B' as const, id: building.id })),
      ]),
    ];

    expect(links.size).toBe(targets.length);
    for (const target of targets) {
      const token = seededToken(street.plan.seed, target);
      const link = links.get(vault.keyring.linkDigest(token));
      const place = { collection: 'links', id: link?._id ?? '', field: 'sealedToken' };
      expect(link).toMatchObject({ kind: target.kind, targetId: target.id, state: 'active' });
      expect(vault.keyring.open(place, link?.sealedToken ?? '')).toBe(token);
    }
  });
});
