import type { ActionName } from '@domain/identity/permission';
import * as permit from '../../cloudfunctions/policies/permit';
import { judge, POSITIONS, STANDINGS } from './second-interpreter';
import { allSituations, matrix, ROLES, verdictOf } from './world';

const actions = [...matrix.keys()] as ActionName[];
const situations = allSituations(POSITIONS);

/** The situations in which the product and the second reading of the matrix part, in words. */
function differences(action: ActionName, from: typeof situations): string[] {
  return ROLES.flatMap((role) =>
    from.flatMap((situation) => {
      const expected = judge({ action, role, cell: matrix.get(action)!.get(role)! }, situation);
      const found = verdictOf(permit, { action, role }, situation);
      return found === expected
        ? []
        : [`${role} ${found} instead of ${expected}: ${JSON.stringify(situation)}`];
    }),
  );
}

describe('at every position, with every other fact about the object', () => {
  it.each(actions)('%s is decided as the matrix says, for all roles', (action) => {
    expect(differences(action, situations)).toEqual([]);
  });
});

describe('in every state of an account', () => {
  const inStates = STANDINGS.flatMap((standing) =>
    situations.map((situation) => ({ ...situation, standing })),
  );

  it.each(actions)('%s is decided as the state says, for all roles', (action) => {
    expect(differences(action, inStates)).toEqual([]);
  });

  it('leaves nothing but session.* to an account that is not active', () => {
    const open = actions.filter((action) =>
      ROLES.some((role) =>
        situations.some(
          (situation) =>
            role !== 'VI' &&
            verdictOf(permit, { action, role }, { ...situation, standing: 'suspended' }) !== 'FORBIDDEN',
        ),
      ),
    );

    expect(open).toEqual(['session.whoami']);
  });
});

describe('the cases themselves', () => {
  it('hold every position and every verdict, so that agreement says something', () => {
    const verdicts = new Set(
      actions.flatMap((action) =>
        ROLES.flatMap((role) =>
          STANDINGS.flatMap((standing) =>
            situations.map((situation) => verdictOf(permit, { action, role }, { ...situation, standing })),
          ),
        ),
      ),
    );

    expect(situations).toHaveLength(256);
    expect(verdicts).toEqual(new Set(['allowed', 'FORBIDDEN', 'PLEDGE_REQUIRED', 'NOT_FOUND']));
  });
});
