/** What people answered, or are about to have answered, behind each settled door. */
import type { HouseholdForm } from '@domain/census/household-form';
import { drawForm, drawVacantForm } from './people';
import { chanceOf } from './random';
import type { SettledDoor } from './settlement';

/** The accepted answer behind a settled door; undefined where there is none. */
export function answerOf(seed: string, { door, fate }: SettledDoor): HouseholdForm | undefined {
  const chance = chanceOf(seed, 'form', door.name);
  if (fate.kind === 'vacant') return drawVacantForm(chance);
  return fate.kind === 'home' ? drawForm(chance, fate.size, fate.shape) : undefined;
}

/** The form that waits at a settled door; undefined where none does. */
export function waitingAnswerOf(seed: string, { door, fate }: SettledDoor): HouseholdForm | undefined {
  const chance = chanceOf(seed, 'waiting form', door.name);
  if (fate.kind === 'waiting') {
    const form = drawForm(chance, fate.size);
    // One more at the table than on the list: a question that somebody should look at, with the filler's reason.
    return fate.isFlagged
      ? { ...form, liveCount: form.liveCount + 1, reasons: { liveCount: '亲戚来住几天' } }
      : form;
  }
  return fate.kind === 'home' && fate.isCompared ? drawForm(chance, fate.size) : undefined;
}
