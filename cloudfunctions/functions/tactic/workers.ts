/** Who can be sent to a door: the grid worker of its grid, or the volunteer who has its unit. */
import { isInForce } from '@domain/identity/seat';
import type { Reader } from '../../kernel/store';
import { workersOfGrids } from '../../repositories/assignments';
import type { AssignmentDocument } from '../../repositories/documents';

interface DoorToAssign {
  readonly gridId: string;
  /** The volunteer who has the unit, or ''. */
  readonly assigneeId: string;
}

/** True where the seat's holder may act at the door. */
export function canBeSent(
  seat: Pick<AssignmentDocument, 'role' | 'scope' | 'userId'>,
  door: DoorToAssign,
): boolean {
  if (seat.role === 'GW') return seat.scope.gridIds?.includes(door.gridId) === true;
  return seat.role === 'GV' && seat.userId === door.assigneeId;
}

/** Workers in force of the doors' grids; a seat with a duty of its own is given no doors. */
export async function workersFor(
  reader: Reader,
  doors: readonly DoorToAssign[],
  today: string,
): Promise<AssignmentDocument[]> {
  const gridIds = [...new Set(doors.map(({ gridId }) => gridId))];
  const seats = gridIds.length === 0 ? [] : await workersOfGrids(reader, gridIds);
  return seats.filter(
    (seat) =>
      seat.duty === undefined && isInForce(seat, today) && doors.some((door) => canBeSent(seat, door)),
  );
}
