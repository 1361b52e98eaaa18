/** Sentences about the life of the street that the policy alone decides, written by hand, as those of the count are. */
import { cellOf } from '../../cloudfunctions/policies/permit';
import { community, lifeOf, may, nextGrid, otherCommunity } from './people';
import { ROLES } from './world';

describe('volunteers and their hours', () => {
  it('50: a team leader, and any volunteer, grants and enters no hours', () => {
    expect(lifeOf('VO', 'volunteer')).toEqual([
      'volunteer.editOwn',
      'volunteer.hoursOwn',
      'volunteer.dispute',
      'volunteer.board',
      'volunteer.allowHonour',
      'volunteer.honourList',
    ]);
    for (const action of ['volunteer.approveHours', 'volunteer.editHours'] as const) {
      expect(ROLES.filter((role) => cellOf(action, role) !== null)).toEqual(['CA', 'SA']);
    }
    expect(cellOf('volunteer.editHours', 'CA')?.reason).toBe(true);
  });

  it('anybody reads the own hours, the list of thanks masked and figures as figures, and nothing else of volunteers', () => {
    expect(lifeOf('VI', 'volunteer')).toEqual([
      'volunteer.hoursOwn',
      'volunteer.board',
      'volunteer.honourList',
    ]);
    expect(['VI', 'RE', 'VO'].map((role) => cellOf('volunteer.hoursOwn', role as 'VI')?.scope)).toEqual([
      'S',
      'S',
      'S',
    ]);
    expect(cellOf('volunteer.honourList', 'VI')?.output).toBe('masked');
    expect(cellOf('volunteer.board', 'VI')?.output).toBe('aggregate');
  });

  it('a community decides about its own volunteers', () => {
    for (const action of ['volunteer.approve', 'volunteer.approveHours', 'volunteer.editHours'] as const) {
      expect([may(community, action, nextGrid), may(community, action, otherCommunity)]).toEqual([
        true,
        false,
      ]);
    }
  });
});

describe('guides, courses and certificates', () => {
  it('5: an outsider reads guides, the directory and courses that are shown, and none that is not', () => {
    for (const action of ['guide.read', 'directory.read', 'course.read', 'certificate.verify'] as const) {
      expect(may(null, action, { isPublished: true })).toBe(true);
      expect(may(null, action, { isPublished: false })).toBe(false);
    }
    expect(lifeOf('VI', 'course')).toEqual(['course.read']);
    expect(lifeOf('VI', 'certificate')).toEqual(['certificate.issue', 'certificate.verify']);
  });

  it('people rate what the office wrote, and the office sees figures', () => {
    expect(ROLES.filter((role) => cellOf('guide.rate', role) !== null)).toEqual(['VI', 'RE']);
    for (const action of ['guide.stats', 'course.stats'] as const) {
      expect(ROLES.filter((role) => cellOf(action, role) !== null)).toEqual(['CA', 'SA']);
      expect(cellOf(action, 'CA')?.output).toBe('aggregate');
    }
  });

  it('a certificate is for who learnt or served, whatever seat is left to them, and is checked masked by anybody', () => {
    const issuing = ROLES.filter((role) => cellOf('certificate.issue', role) !== null);
    expect([...issuing].sort()).toEqual(['RE', 'VI', 'VO']);
    for (const role of issuing) expect(cellOf('certificate.issue', role)?.scope).toBe('S');
    expect(ROLES.every((role) => cellOf('certificate.verify', role)?.output === 'masked')).toBe(true);
  });
});

describe('activities', () => {
  it('5: anybody reads them, and what is not published nobody', () => {
    for (const role of ROLES) expect(cellOf('activity.read', role)?.scope).toBe('*');
    expect([may(null, 'activity.read', { isPublished: true }), may(null, 'activity.read', {})]).toEqual([
      true,
      false,
    ]);
  });

  it('a volunteer shows the code and reads who comes where the own team carries it, masked', () => {
    for (const action of ['activity.showCode', 'activity.roster'] as const) {
      expect(cellOf(action, 'VO')?.scope).toBe('T');
    }
    expect(cellOf('activity.roster', 'CA')?.output).toBe('masked');
    expect(ROLES.filter((role) => cellOf('activity.checkin', role) !== null)).toEqual(['RE', 'VO']);
  });
});
