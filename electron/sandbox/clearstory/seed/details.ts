import { pick } from './chance.ts';
import type { StoryCor } from './corTable.ts';

/** What only some requests of the story have, by `job/number`. */
const written: Readonly<Record<string, string>> = {
  '2401/1':
    '<p>Furnish and install <strong>14 additional adhesive anchors</strong> (⌀ 3/4″ × 9″ embed) at gridline C per RFI&nbsp;18.</p><ul><li>Layout and scanning for rebar</li><li>Special inspection by owner&rsquo;s agency</li><li>Patch &amp; paint to match</li></ul>',
  '2401/2':
    '<p>Pipe insulation above the ceiling of corridor 112 tested positive (3&ndash;5&nbsp;% chrysotile). Scope:</p><ol><li>Negative-pressure enclosure, 96 lf</li><li>Removal by certified workers, two shifts</li><li>Air clearance by third party</li></ol><p>Excludes re-insulation. See survey dated 1/22/2026.</p>',
  '2401/8':
    '<p>The north wing corridor is the only means of egress from classrooms 108 through 116 while the shear wall at gridline&nbsp;F is open. The Fire Marshal requires, for the <em>whole</em> duration:</p><ul><li>one temporary exterior stair (44″ clear, handrails both sides, non-slip treads) at the west end, including footing, ramp and removal;</li><li>fire watch by trained personnel on every school day from 6:30 to 17:30, with a log kept on site and submitted weekly;</li><li>temporary access control at doors N-4 and N-5, tied into the existing panel, with release on alarm;</li><li>illuminated exit signs and emergency lighting on a generator-backed circuit.</li></ul><p>Price is based on 38 school days. Each additional day is $412.50. The District&rsquo;s representative directed us to proceed with design only; installation waits for written approval. Submitted under protest as to time: see letter 0047.</p>',
  '2402/6':
    '<h3>Slab moisture</h3><p>Calcium chloride tests at 12 locations read <b>7.8 to 11.2&nbsp;lb</b> (limit 3&nbsp;lb). Manufacturer of the sheet flooring refuses the warranty without a two-coat epoxy mitigation system.</p><table><tr><th>Area</th><th>sq ft</th></tr><tr><td>Exam pod A</td><td>2,450</td></tr><tr><td>Exam pod B</td><td>2,310</td></tr><tr><td>Corridors</td><td>1,440</td></tr></table><p>Owner disputes responsibility (spec 09&nbsp;05&nbsp;61, 1.6.B). We performed the work to hold the opening date and reserve all rights. T&amp;M tags attached; daily reports available. The amount in review is what the owner offered on 9/3; the difference is the second coat at corridors and the weekend premium that the owner&rsquo;s schedule required.</p>',
  '2403/7':
    '<p>Complete roof deck amenity per <a href="https://example.com/ASI-11">ASI&nbsp;11</a>: pedestal pavers, 22 planters with irrigation, gas fire table with emergency shut-off, shade structure (delegated design), guardrail infill and low-voltage lighting.</p><p>On hold until the lender&rsquo;s inspector confirms the contingency draw. Pricing is valid for 45 days. Steel surcharge clause applies. Work at night is not included; nor are permits for the gas line beyond the meter, furniture, or audio-visual equipment. Crane picks are combined with the mechanical units if released before 8/31; otherwise add $6,850.00 for a separate mobilization, traffic control and street use permit.</p>',
  '2411/1':
    '<p>Two receptacles (20&nbsp;A, GFCI) and one data outlet at the &bdquo;Brötchen&ldquo; counter. Größe und Höhe wie Muster; ½″ conduit, surface mounted &mdash; owner accepts. Línea dedicada para el horno pequeño. 追加コンセント2個 ✔</p>',
};

/** The description of a request, as the rich-text editor stores it. */
export function descriptionOf(cor: StoryCor): string {
  const own = written[`${cor.job}/${cor.number}`];
  if (own !== undefined) return own;
  const reference = cor.reference === null ? '' : ` per ${escapeHtml(cor.reference)}`;
  const scope = `<p>Labor, material and equipment: ${escapeHtml(cor.title)}${reference}.</p>`;
  const closings = [
    '',
    '<p>Price is good for 30 days. No time impact included.</p>',
    '<p>Includes:</p><ul><li>Layout &amp; supervision</li><li>Small tools, consumables</li><li>Cleanup</li></ul>',
    '<p>Work was directed in the field by the owner&rsquo;s representative; signed tag attached.</p>',
  ];
  return scope + (closings[pick(`${cor.job}/${cor.number}:closing`, closings.length)] ?? '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** T&M tags typed as text instead of linked, by `job/number`. */
export const manualTags: Readonly<Record<string, string>> = {
  '2405/CEI-23': 'Tag 118',
  '2408/6': 'EX00311, EX00314',
};

/** Already pushed by Clearstory's own Sage integration: by `job/number`, the Sage change order it made. */
export const pushedElsewhere: Readonly<Record<string, string>> = { '2406/2': '2' };

export const labelNames: readonly string[] = [
  'T&M',
  'Owner directed',
  'Unforeseen condition',
  'RFI',
  'Design change',
  'Schedule',
] as const;

/** The labels of a request, by what its title says. */
export function labelsOf(cor: StoryCor): readonly string[] {
  const labels: string[] = [];
  if (cor.title.startsWith('T&M')) labels.push('T&M');
  if (cor.title.includes('RFI')) labels.push('RFI');
  if (/rotten|rotted|unsuitable|asbestos|unforeseen|corroded/i.test(cor.title)) labels.push('Unforeseen condition');
  if (/night|weekend|delay|standby|acceleration|crew/i.test(cor.title)) labels.push('Schedule');
  if (labels.length === 0 && pick(`${cor.job}/${cor.number}:label`, 3) === 0) labels.push('Owner directed');
  return labels;
}

/** How many signed T&M tags the request rests on. */
export function tagCountOf(cor: StoryCor): number {
  if (cor.title.startsWith('T&M')) return 2;
  return pick(`${cor.job}/${cor.number}:tags`, 5) === 0 ? 1 : 0;
}
