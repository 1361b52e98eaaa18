/**
 * Sentences of permissions.md §6 that the policy alone decides, written by hand. A generated test cannot find a wrong matrix:
 * these can, so they name actions, roles and places in words and read no file.
 */
import type { ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';
import { cellOf, decideAction } from '../../cloudfunctions/policies/permit';
import {
  ALL,
  auditor,
  community,
  head,
  isOfTheCount,
  LIFE,
  may,
  mine,
  neighbour,
  nextBuilding,
  nextGrid,
  otherCommunity,
  resident,
  seat,
  seats,
  street,
  volunteer,
  worker,
} from './people';
import { ME, ROLES, TODAY } from './world';
import type { AssignmentDocument } from '../../cloudfunctions/repositories/documents';

/** A drawn stairwell of one's own. */
const PRACTICE: readonly ActionName[] = ['practice.open', 'practice.submit', 'practice.read'];
/** What is open to everybody in good standing, about nobody. */
const PUBLIC: readonly ActionName[] = [
  'session.whoami',
  'area.read',
  'address.search',
  'link.open',
  ...PRACTICE,
  'building.readCard',
];

/** A person's own messages, whichever seat acts. */
const OWN_INBOX: readonly ActionName[] = ['inbox.read', 'inbox.mark', 'inbox.allow'];

/** How a seat begins and stays a person's own: taken, pledged, and the phones it is used on. */
const OWN_SEAT: readonly ActionName[] = [
  'session.acceptInvite',
  'session.verifyPin',
  'pledge.sign',
  'device.bind',
  'device.list',
  'device.revoke',
];

/** What stays open to a seat that has still to be taken, pledged or bound, whatever its duty. */
const BECOMING: readonly ActionName[] = [
  'session.acceptInvite',
  'session.verifyPin',
  'pledge.sign',
  'device.bind',
];

function actionsOf(role: Role): ActionName[] {
  const aside = [...PUBLIC, ...OWN_INBOX, ...OWN_SEAT];
  return ALL.filter(
    (action) => cellOf(action, role) !== null && !aside.includes(action) && isOfTheCount(action),
  );
}

describe('outsiders and links', () => {
  it('3: an outsider can hand in by a code, see the own receipt and the own words, and read nothing else', () => {
    const helping = ['draft.save', 'draft.read', 'draft.delete', 'household.acceptInvite'];
    const actions = actionsOf('VI').filter((action) => !helping.includes(action));

    expect(actions).toEqual(['phone.verify', 'form.submit', 'form.readOwn', 'receipt.read']);
    // What is begun for somebody else's home is seen by whoever began it.
    for (const action of ['draft.save', 'draft.read', 'draft.delete'] as const) {
      expect(may(null, action, { ...mine, madeBy: ME })).toBe(true);
      expect(may(null, action, { ...mine, madeBy: 'somebody' })).toBe(false);
    }
    for (const action of ['receipt.read', 'form.readOwn'] as const) {
      expect(may(null, action, { ...mine, madeBy: ME })).toBe(true);
      expect(may(null, action, { ...mine, madeBy: 'somebody' })).toBe(false);
    }
  });

  it('4: without a valid token for this door an outsider cannot hand in', () => {
    expect(may(null, 'form.submit', { ...mine, linkValid: true })).toBe(true);
    expect(may(null, 'form.submit', { ...mine, linkValid: false })).toBe(false);
    expect(may(null, 'form.submit', mine)).toBe(false);
  });

  it('everybody reads the own messages, and nobody those of somebody else', () => {
    for (const by of [null, ...seats]) {
      for (const action of OWN_INBOX) {
        expect(may(by, action, { about: [ME] })).toBe(true);
        expect(may(by, action, { about: ['somebody'] })).toBe(false);
      }
    }
  });

  it('5: an outsider reads what is published, and not what is not', () => {
    expect(may(null, 'area.read', { isPublished: true })).toBe(true);
    expect(may(null, 'area.read', { isPublished: false })).toBe(false);
  });
});

describe('residents', () => {
  it("7: a resident reads and corrects the own household and not the neighbour's", () => {
    for (const action of ['household.read', 'form.submit', 'household.confirm'] as const) {
      expect([may(resident, action, mine), may(resident, action, neighbour)]).toEqual([true, false]);
    }
  });

  it('8: a resident whose seat ended today cannot open the old household today', () => {
    const moved = { ...resident, state: 'ended' as const };

    expect(decideAction('household.read', moved, TODAY)).toEqual({ ok: false, code: 'FORBIDDEN' });
  });

  it('11: a resident can read who looked at the household, and at no other', () => {
    expect(may(resident, 'audit.aboutMe', mine)).toBe(true);
    expect(may(resident, 'audit.aboutMe', neighbour)).toBe(false);
  });

  it('12: a resident withdraws consent without a reason, and nobody does it instead', () => {
    expect(may(resident, 'consent.withdraw', mine)).toBe(true);
    expect(ROLES.filter((role) => cellOf('consent.withdraw', role) !== null)).toEqual(['RE']);
    expect(cellOf('consent.withdraw', 'RE')?.reason).toBe(false);
  });
});

describe('building heads', () => {
  it('17, 18, 19: a building head sees doors and progress, no file, no form and no number', () => {
    expect(actionsOf('BH')).toEqual([
      'link.mint',
      'group.bind',
      'group.unbind',
      'group.read',
      'building.shareCard',
      'building.remind',
      'door.confirm',
      'building.doorStates',
      'person.revealPhone',
      'progress.read',
    ]);
  });

  it('20: a building head sees a phone only with a reason, a limited number of times, in the own building', () => {
    expect(cellOf('person.revealPhone', 'BH')).toMatchObject({ scope: 'B', reason: true, quota: true });
  });

  const own = ['building.doorStates', 'building.shareCard', 'building.remind', 'door.confirm'] as const;

  it('21: a building head of building 1 sees, shares and reminds no door of building 5', () => {
    for (const action of own) {
      expect([may(head, action, neighbour), may(head, action, nextBuilding)]).toEqual([true, false]);
    }
  });

  it('22: a building head whose term ended yesterday can share no card and list no doors', () => {
    const former = { ...head, endsOn: '2024-11-23' };

    for (const action of own) {
      expect(decideAction(action, former, TODAY)).toEqual({ ok: false, code: 'FORBIDDEN' });
      expect(decideAction(action, { ...head, endsOn: TODAY }, TODAY).ok).toBe(true);
    }
  });

  it('the household behind a door alone says whether somebody belongs to it', () => {
    expect(ROLES.filter((role) => cellOf('household.answerJoin', role) !== null)).toEqual(['RE']);
    expect([
      may(resident, 'household.answerJoin', mine),
      may(resident, 'household.answerJoin', neighbour),
    ]).toEqual([true, false]);
  });
});

describe('grid workers, volunteers, clerks, property staff', () => {
  it('24: a grid worker opens a household of the own grid masked, one of the next grid not at all', () => {
    expect(may(worker, 'household.read', neighbour)).toBe(true);
    expect(may(worker, 'household.read', nextGrid)).toBe(false);
    expect(cellOf('household.read', 'GW')?.output).toBe('masked');
    expect(cellOf('form.listQuarantine', 'GW')?.output).toBe('masked');
  });

  it('25: a grid worker reveals only with a reason, a limited number of times', () => {
    for (const action of ['person.revealId', 'person.revealPhone'] as const) {
      expect(cellOf(action, 'GW')).toMatchObject({ scope: 'G', reason: true, quota: true });
    }
  });

  it('31: a grid worker can neither export nor decide about an export', () => {
    expect(actionsOf('GW').filter((action) => action.startsWith('export.'))).toEqual([]);
  });

  it('32: a volunteer grid worker loses sight of a household when the task is handed on', () => {
    expect(may(volunteer, 'household.read', { ...mine, assignedTo: ME })).toBe(true);
    expect(may(volunteer, 'household.read', { ...mine, assignedTo: 'somebody' })).toBe(false);
  });

  it('34: a collector who holds only sheet batches cannot open one household', () => {
    const collector = { ...volunteer, duty: 'collect' as const };
    const left = ALL.filter((action) => decideAction(action, collector, TODAY).ok);

    expect(left).toEqual([
      'session.whoami',
      'session.acceptInvite',
      'pledge.sign',
      ...OWN_INBOX,
      ...PRACTICE,
    ]);
  });

  it('39, 44: clerks, guards, volunteers and property staff open nothing of the survey', () => {
    for (const role of ['CL', 'GU', 'VO', 'PR'] as const) expect(actionsOf(role)).toEqual([]);
  });
});

describe('administrators and auditors', () => {
  it('51: a community administrator opens no household of another community', () => {
    expect(may(community, 'household.read', nextGrid)).toBe(true);
    for (const action of actionsOf('CA')) expect(may(community, action, otherCommunity)).toBe(false);
  });

  it('53: no community administrator decides about an export', () => {
    expect(ROLES.filter((role) => cellOf('export.approve', role) !== null)).toEqual(['SA']);
  });

  it('53: a file goes to whoever asked for it and to nobody else', () => {
    for (const by of [community, street]) {
      expect(may(by, 'export.download', { ...mine, madeBy: ME })).toBe(true);
      expect(may(by, 'export.download', { ...mine, madeBy: 'somebody' })).toBe(false);
    }
  });

  it('56: a street administrator hears that the trail is intact and cannot read it', () => {
    expect(actionsOf('SA').filter((action) => action.startsWith('audit.'))).toEqual(['audit.verify']);
  });

  it('59: an auditor changes nothing and sees no household, phone or number', () => {
    expect(actionsOf('AU')).toEqual(['progress.read', 'export.list', 'user.list', 'audit.verify']);
  });

  it('an observer is left with progress and what is public', () => {
    const observer = { ...street, duty: 'observe' as const };
    const allowed = ALL.filter((action) => decideAction(action, observer, TODAY).ok);
    const left = allowed.filter(isOfTheCount);

    // Of the life an observer has what anybody may read, and figures.
    for (const action of allowed.filter((one) => LIFE.test(one))) {
      const isFigure = cellOf(action, 'SA')?.output === 'aggregate';
      expect(isFigure || cellOf(action, 'VI')?.scope === '*').toBe(true);
    }
    expect(left).toEqual([
      'session.whoami',
      ...BECOMING,
      ...OWN_INBOX,
      'area.read',
      'address.search',
      'group.read',
      'building.readCard',
      'progress.read',
    ]);
  });

  it('an uploader is left with nothing while nothing can be uploaded; lead and operate take nothing away', () => {
    const left = (duty: 'upload' | 'lead' | 'operate'): number =>
      ALL.filter((action) => isOfTheCount(action) && decideAction(action, { ...street, duty }, TODAY).ok)
        .length;

    expect(left('upload')).toBe(1 + BECOMING.length + OWN_INBOX.length);
    expect([left('lead'), left('operate')]).toEqual(
      Array(2).fill(actionsOf('SA').length + PUBLIC.length + OWN_INBOX.length + OWN_SEAT.length),
    );
  });
});

describe('60: states of an account', () => {
  /** Apart from what is open in every state, and, unless asked for, from handing in what a route pack holds. */
  const decisions = (by: AssignmentDocument, apart: readonly string[] = []): Set<string> =>
    new Set(
      ALL.filter((action) => ![...OWN_INBOX, 'session.whoami', ...apart].includes(action)).map((action) => {
        const decision = decideAction(action, by, TODAY);
        return decision.ok ? 'allowed' : decision.code;
      }),
    );

  it.each(seats.map((by) => [by.role, by] as const))('%s: suspended, over or not begun: nothing', (_, by) => {
    expect(decisions({ ...by, state: 'suspended' })).toEqual(new Set(['FORBIDDEN']));
    expect(decisions({ ...by, endsOn: '2024-11-23' }, ['form.syncBatch'])).toEqual(new Set(['FORBIDDEN']));
    expect(decisions({ ...by, startsOn: '2024-11-25' })).toEqual(new Set(['FORBIDDEN']));
    expect(decisions(by)).toContain('allowed');
  });

  it.each(seats.map((by) => [by.role, by] as const))(
    '%s: over: hands in what the route pack holds, and reaches nothing',
    (role, by) => {
      const decision = decideAction('form.syncBatch', { ...by, endsOn: '2024-11-23' }, TODAY);
      const walks = role === 'GW' || role === 'GV';
      expect(decision.ok ? decision.isOver : decision.code).toBe(walks ? true : 'FORBIDDEN');
    },
  );

  it('an unsigned pledge stops staff and volunteers, and no resident', () => {
    const unsigned = { pledgeSigned: false };

    expect(decisions({ ...worker, ...unsigned }, BECOMING)).toEqual(
      new Set(['FORBIDDEN', 'PLEDGE_REQUIRED']),
    );
    expect(decisions({ ...seat('VO', {}), ...unsigned }, BECOMING)).not.toContain('allowed');
    expect(decisions({ ...resident, ...unsigned })).toContain('allowed');
  });

  it('an unbound phone stops administrators and auditors, and no worker', () => {
    for (const by of [community, street, auditor]) {
      expect(decisions({ ...by, deviceBound: false }, BECOMING)).toEqual(new Set(['FORBIDDEN']));
    }
    expect(decisions({ ...worker, deviceBound: false })).toContain('allowed');
  });

  it('who has still to sign or to bind a phone reads the own messages, who is suspended does so without the seat', () => {
    for (const by of seats) {
      const unready = { ...by, pledgeSigned: false, deviceBound: false };
      for (const action of OWN_INBOX) {
        expect(decideAction(action, unready, TODAY).ok).toBe(true);
        expect(decideAction(action, { ...by, state: 'suspended' }, TODAY).ok).toBe(false);
      }
    }
  });

  it('every account still learns where it stands', () => {
    for (const by of seats) {
      const stopped = { ...by, state: 'suspended' as const, pledgeSigned: false, deviceBound: false };
      expect(decideAction('session.whoami', stopped, TODAY).ok).toBe(true);
    }
  });
});
