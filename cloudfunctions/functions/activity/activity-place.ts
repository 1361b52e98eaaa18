import type { ActivityDocument } from '../../repositories/documents';

/** Where an activity stands for the question who may: its community, and the leader of the team that carries it. */
export function placeOfActivity({ communityId, streetId, leaderId }: ActivityDocument): {
  readonly communityId: string;
  readonly streetId: string;
  readonly assignedTo?: string;
} {
  return { communityId, streetId, ...(leaderId === '' ? {} : { assignedTo: leaderId }) };
}
