import type { CompoundDocument } from '../../repositories/documents';

export function viewCompound({ _id, name, communityName }: CompoundDocument): {
  id: string;
  name: string;
  community: string;
} {
  return { id: _id, name, community: communityName };
}
