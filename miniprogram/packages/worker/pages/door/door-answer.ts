/** A door as its page shows it, from the cloud or from the route pack. */
import type { DoorState } from '@domain/census/codes';
import type { Plate } from '@domain/census/door';
import type { HomeFacts } from '@domain/census/worker-fields';
import type { HouseholdView, WaitingForm } from '@domain/contract/census';

export interface DoorAnswer {
  plate: Plate;
  state: DoorState;
  waiting: WaitingForm[];
  households: HouseholdView[];
  former?: { seq: number; closedOn: string; isMerged?: boolean | undefined }[];
  registeredElsewhere?: { name: string; from: string }[];
  home?: HomeFacts | undefined;
  isDoubted?: boolean | undefined;
}
