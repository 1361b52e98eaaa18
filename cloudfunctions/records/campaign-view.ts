import { campaignSchema, type Campaign } from '@domain/contract/session';
import type { CampaignInForce } from '../kernel/context';

/** What every page may say of the campaign, and nothing of what else the street has set up. */
export function viewCampaign(campaign: CampaignInForce): Campaign {
  const names = Object.keys(campaignSchema.shape) as (keyof Campaign)[];
  return Object.fromEntries(names.map((name) => [name, campaign[name]])) as unknown as Campaign;
}
