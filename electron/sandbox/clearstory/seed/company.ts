import { clients } from '../../story/jobs.ts';
import type { SandboxState } from '../state.ts';
import { labelNames } from './details.ts';

const founded = '2025-11-03T18:00:00.000Z';

export const tacomaOffice = 11;
export const spokaneOffice = 12;

/** Customers that Clearstory knows without Sage's client number, so that matching by name is seen too. */
const withoutInternalId = new Set(['106', '107']);

type CompanyPart = Pick<SandboxState, 'company' | 'offices' | 'users' | 'divisions' | 'labels' | 'rates' | 'customers'>;

/** Cascade Ridge Builders in Clearstory, without projects. */
export function seedCompany(): CompanyPart {
  return {
    company: { id: 7, name: 'Cascade Ridge Builders' },
    offices: [
      {
        id: tacomaOffice,
        name: 'Tacoma HQ',
        customId: 'TAC',
        tzName: 'America/Los_Angeles',
        address: { street: '1420 Puyallup Ave', city: 'Tacoma', state: 'WA', zip: '98421' },
      },
      {
        id: spokaneOffice,
        name: 'Spokane',
        customId: 'SPO',
        tzName: 'America/Los_Angeles',
        address: { street: '710 N Cincinnati St', city: 'Spokane', state: 'WA', zip: '99202' },
      },
    ],
    users: [
      user(201, 'Maren', 'Lindqvist', 2, [tacomaOffice, spokaneOffice]),
      user(202, 'Darnell', 'Osei', 3, [tacomaOffice]),
      user(203, 'Inés', 'Carrillo', 4, [tacomaOffice]),
      user(204, 'Tom', 'Wakefield', 4, [spokaneOffice]),
      user(205, 'Kiri', 'Tamahori', 5, [tacomaOffice]),
    ],
    divisions: ['General', 'Concrete', 'Interiors'].map((name, index) => ({ id: 31 + index, name })),
    labels: labelNames.map((name, index) => ({
      id: 501 + index,
      name,
      companyStandard: index < 3,
      active: true,
      createdAt: founded,
    })),
    rates: [
      rate(601, 'labor', 'L-CARP', 'Carpenter', null, '98.50'),
      rate(602, 'labor', 'L-LABR', 'Laborer', null, '76.25'),
      rate(603, 'labor', 'L-FORE', 'Foreman', null, '112.00'),
      rate(604, 'material', 'M-PLY', 'Plywood 3/4″ CDX', 'SHT', '58.40'),
      rate(605, 'equipment', 'E-LIFT', 'Scissor lift 26 ft.', 'DAY', '185.00'),
      rate(606, 'other', null, 'Dump fee', 'LOAD', '240.00'),
    ],
    customers: [
      ...clients.map((client, index) => ({
        id: 3001 + index,
        name: client.name,
        internalId: withoutInternalId.has(client.number) ? null : client.number,
        officeIds: client.number === '102' ? [tacomaOffice, spokaneOffice] : [tacomaOffice],
        address: { street: '', city: 'Tacoma', state: 'WA', zip: '' },
        createdAt: founded,
        updatedAt: founded,
      })),
      {
        id: 3090,
        name: 'Spokane Valley Fire Department',
        internalId: null,
        officeIds: [spokaneOffice],
        address: { street: '2120 N Wilbur Rd', city: 'Spokane Valley', state: 'WA', zip: '99206' },
        createdAt: founded,
        updatedAt: founded,
      },
    ],
  };
}

function user(id: number, firstName: string, lastName: string, roleId: number, officeIds: number[]) {
  const mailbox = `${firstName}.${lastName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  return { id, firstName, lastName, email: `${mailbox.toLowerCase()}@cascaderidge.example`, roleId, officeIds };
}

function rate(
  id: number,
  type: 'labor' | 'material' | 'equipment' | 'other',
  internalId: string | null,
  name: string,
  unit: string | null,
  amount: string,
) {
  return { id, type, internalId, name, unit, rate: amount };
}
