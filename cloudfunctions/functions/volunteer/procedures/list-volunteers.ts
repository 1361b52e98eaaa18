import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ListedVolunteer, volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { maskedVolunteerPhone, openVolunteerName } from '../../../records/sealed-volunteer';
import type { VolunteerDocument } from '../../../repositories/documents';
import { volunteersPage } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof volunteerContract)['listVolunteers']>;
type Output = ProcedureOutput<(typeof volunteerContract)['listVolunteers']>;

function viewFor({ keyring }: ReadContext): (volunteer: VolunteerDocument) => ListedVolunteer {
  return (volunteer) => {
    const {
      _id,
      version,
      state,
      isAdult,
      guardianConsent,
      isReused,
      skills,
      times,
      places = [],
      at,
    } = volunteer;
    return {
      id: _id,
      version,
      state,
      name: openVolunteerName(keyring, volunteer),
      phone: maskedVolunteerPhone(keyring, volunteer),
      isAdult,
      hasGuardian: guardianConsent !== undefined,
      isReused,
      skills: [...skills],
      times: [...times],
      compounds: places.map(({ name }) => name),
      at,
    };
  };
}

export async function listVolunteers(context: ReadContext, { state, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { volunteers: [] };
  const { rows, next } = await volunteersPage(context.store, territory, { state, cursor });
  if (rows.length > 0) context.look({ subjects: rows.map(({ _id }) => _id), fields: ['volunteer'] });
  return { volunteers: rows.map(viewFor(context)), ...nextOf({ next }) };
}
