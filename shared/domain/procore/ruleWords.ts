/**
 * The rules by which items cross between Procore and Sage, in one sentence each, by the number that tests, conditions and help pages
 * name them with. `tests/unit/procoreRules.test.ts` holds the help page's table to this list.
 */
export const ruleWords = {
  'R-009': 'Only approvers accept, reject and unlink, on the board and in the queue; everybody else looks.',
  'R-012': 'Rejecting asks for a reason, which the History keeps; an item that failed may be rejected without one.',
  'R-013':
    'A project can be sent when it is active, on the cost code list of Sage, and every code has a type; otherwise the first unmet condition is shown.',
  'R-014': 'A job and a project that both exist are linked after a comparison of number, name and codes.',
  'R-015':
    'Accepting a project asks for the Sage job number; it may differ from the project number and is used from then on.',
  'R-016': 'Exporting a project creates the job and a budget with a line for each cost code, all amounts zero.',
  'R-017': 'A job is not imported while a cost code of it has no type; the codes are listed.',
  'R-018': 'On import the job number becomes the project number; a template is applied, or none.',
  'R-019': 'A job can be archived from the import list and restored.',
  'R-020':
    'New codes of a synced project are ready to update; only they are written, and descriptions in Sage stay as they are.',
  'R-021': 'A commitment or change order waits while its project has code updates that it uses.',
  'R-022': 'Cost codes may be divided by a slash, a hyphen or a point.',
  'R-023': 'A pair of code and type is removed only where nothing uses it and Sage does not have it.',
  'R-024': 'Phases become sub jobs of a synced project only; their estimate is shown while the budget is unlocked.',
  'R-025': 'Sub jobs are never exported; where Sage uses phases, the budget is not sent.',
  'R-026': 'Texts that are too long are refused with the limit, or shortened only after it was shown and confirmed.',
  'R-027': 'A number is not shortened to one that is used already.',
  'R-028': 'A commitment number that Sage has already is refused.',
  'R-029':
    'The number is filled in from Procore where settings say so and can be typed over; otherwise it must be typed.',
  'R-030': 'Numbers go on by type as they were begun; the number of a synced record does not change.',
  'R-031': 'Only vendors of the ticked types are offered; a type with linked vendors cannot be taken off.',
  'R-032': 'Only the same name, whatever its capitals, is suggested; linking all links exactly what is shown.',
  'R-033': 'One vendor is linked with one company at most.',
  'R-034': 'Only active companies are sent; accepting asks for vendor type and vendor number.',
  'R-035': 'After linking, an address changed on one side leaves the other as it is.',
  'R-036': 'A linked company is not exported again; what changes in Sage changes it.',
  'R-037':
    'Merged companies: everything moves to the one that stays, the Sage vendor is chosen, and it is said that this cannot be undone.',
  'R-038': 'Unlinking a vendor needs no deletion and puts it back into the import list.',
  'R-039':
    'A budget is sent when its project is synced, it is locked and all codes have types; it is imported while unlocked and never after an export.',
  'R-040': 'Before the first export it is said that import ends for good.',
  'R-041': 'Original, changes and revised are shown before accepting; the sums equal what is written, to the cent.',
  'R-042': 'Only amounts cross; quantities stay as they are on both sides.',
  'R-043': 'Only estimates above zero are imported; where lines exist one may keep and add, override, or only look.',
  'R-044': 'Sending again writes only what was not sent; sending twice without a change writes nothing.',
  'R-045':
    'After an export a budget rests until it was read back from Sage equal; a difference is shown with both figures.',
  'R-046': 'Changes of the prime contract never change the exported budget.',
  'R-047': 'With that setting, a new pair in Sage adds a line: its estimate while unlocked, zero while locked.',
  'R-048': 'A budget with modifications is never unlocked.',
  'R-049':
    'A commitment is sent when it is approved, its vendor linked, its project synced, and every line has a code and a type.',
  'R-050':
    'What was sent is what is written: a commitment changed after its approval is shown again first; synced ones are marked on header and lines.',
  'R-051': 'Subcontracts and purchase orders go to their own records; no commitment is ever imported from Sage.',
  'R-052':
    'What failed is listed with the message, can be retried in place or rejected; a retry after a lost answer makes no second record.',
  'R-053': 'Unlinking reads Sage again: while the record is there it is refused, once it is gone all ids are cleared.',
  'R-054': 'Deleting is possible only in Procore, and only what is not linked.',
  'R-055': 'A commitment deleted or voided in Sage is shown as a discrepancy, never unlinked by itself.',
  'R-056':
    'The ledger account is the vendor’s default, else the only one of the cost type, else the one of the settings, else it is refused and the vendor named.',
  'R-057': 'A change order is sent when its commitment is synced, it is approved, and a line has a code.',
  'R-058': 'Several lines on one line of the commitment are written as one line with their sum.',
  'R-059':
    'A change of a purchase order adds lines to it; one of a subcontract is a subcontract change; the lines that were there stay.',
  'R-060': 'Unlinking a change order works as for commitments.',
  'R-061': 'While the parent is locked in Sage nothing is written; a change order without lines is never left behind.',
  'R-062': 'Approved, approved as noted and pending owner approval: only such invoices are sent, one or several.',
  'R-063': 'An invoice that changed after its approval is not written before it was shown again.',
  'R-064':
    'One payable invoice with the retainage held; gross and retainage equal Procore’s, stored materials count once.',
  'R-065': 'Several are accepted in one step, and each succeeds or fails alone.',
  'R-066': 'Unlinking an invoice works as for commitments; only the latest of a commitment may be deleted in Procore.',
  'R-067': 'An invoice waits until its commitment and the changes billed on it are synced.',
  'R-068': 'Canadian and taxed invoices are refused with the reason.',
  'R-069': 'Without a usable ledger account an invoice is refused and the vendor named.',
  'R-070': 'Invoices of zero and below have a defined outcome.',
  'R-081': 'Every item is in exactly one state, and every list is the items in it.',
  'R-082': 'An item can be taken back until it was accepted or rejected.',
  'R-083': 'Ids of header and lines are kept before a transfer is done; a crash in between makes no second record.',
  'R-084': 'What is under way is shown with how it stands and is never deleted silently.',
  'R-085': 'Every refusal names field, value, limit and where to mend it; a dimmed button shows it.',
  'R-086': 'Waiting is blue, taken back or rejected yellow, synced green, each with its word.',
  'R-087': 'Every act is in the History with who, when, before and after.',
  'R-088': 'Items of the import lists can be archived and restored.',
  'R-089':
    'Resetting a job takes all its pairs apart, for approvers only, confirmed twice, and writes nothing into Sage.',
  'R-090': 'What is ready is sent by itself only where settings say so for its kind.',
  'R-091': 'Synced items that no longer agree with Sage are listed.',
  'R-092': 'An item can be marked as posted without a record in Sage, and that can be taken back.',
  'R-093': 'Each Sage company has its own connection; no record of one is written to another.',
  'R-094': 'Everything that can be checked is checked before the first write; nothing is half-written.',
  'R-095': 'Numbers are compared as they are written: leading zeros count, and a mismatch is explained.',
} as const;
export type RuleNumber = keyof typeof ruleWords;
