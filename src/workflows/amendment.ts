import { condition, patched, setHandler } from '@temporalio/workflow';
import type { ProposeCommand, WithdrawCommand } from '../domain/acting.js';
import type { NoticeWave } from '../domain/wave.js';
import { firstTries, office, register } from './activities.js';
import { boardOf } from './board.js';
import { proposeUpdate, withdrawProposalUpdate } from './messages.js';
import { refuse } from './refuse.js';
import { runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

const ONE_AT_A_TIME = 'un aggiornamento del Piano è già davanti all’organo: se ne propone uno alla volta';

/**
 * In-year amendments (seed 6.1, "Aggiornamento del piano", in itinere): while the window is open, each proposed plan
 * version goes before the board; approved it comes into force, rejected it is put aside. One at a time.
 */
export async function amendment(input: StepInput): Promise<StepResult> {
  let proposal: ProposeCommand | undefined;
  let recording: ProposeCommand | undefined;
  let withdrawal: WithdrawCommand | undefined;
  const keys = new Set<string>();
  return await runStep(input, (open) => {
    setHandler(
      proposeUpdate,
      async (command) => {
        // Sent twice: the second waits for the first, and is no repetition if nothing came of that.
        if (recording !== undefined) await condition(() => recording === undefined);
        if (keys.has(command.key)) return command.planVersion;
        refuseSecond();
        const { planVersion, reason, actor } = command;
        const isFirstRecorded = patched('proposal-on-record-first');
        if (isFirstRecorded) recording = command;
        else take(command);
        try {
          await register.recordProposal(input.ref, open.step(), planVersion, reason, actor, open.now());
          if (isFirstRecorded) take(command);
        } finally {
          recording = undefined;
        }
        return planVersion;
      },
      {
        validator: (command) => {
          if (keys.has(command.key) || recording?.key === command.key) return;
          if (recording !== undefined) refuse(ONE_AT_A_TIME);
          refuseSecond();
          if (open.now() > open.step().dueAt) refuse('il periodo per aggiornare il Piano è terminato con l’esercizio');
          if (command.reason.trim() === '') refuse('una proposta di aggiornamento indica il motivo: il campo è vuoto');
        },
      },
    );
    function take(command: ProposeCommand): void {
      keys.add(command.key);
      proposal = command;
    }
    function refuseSecond(): void {
      if (proposal !== undefined) refuse(ONE_AT_A_TIME);
    }
    const board = boardOf(open, { rejectionEnds: true });
    setHandler(
      withdrawProposalUpdate,
      async (command) => {
        if (keys.has(command.key)) return;
        await board.withdraw(command.key, async (round) => {
          await register.recordWithdrawal(input.ref, open.step(), round, command, open.now());
          keys.add(command.key);
          withdrawal = command;
        });
      },
      {
        validator: (command) => {
          if (keys.has(command.key)) return;
          if (proposal?.planVersion !== command.planVersion) refuse('questa proposta non è davanti all’organo');
          const why = board.refusesWithdrawal();
          if (why !== undefined) refuse(why);
          if (command.reason.trim() === '') refuse('manca il motivo per cui la proposta si ritira');
        },
      },
    );
    return async () => {
      const announcements: NoticeWave[] = [];
      let adopted = 0;
      let rejected = 0;
      let withdrawn = 0;
      let roundsHeld = input.roundsHeld;
      // Once the exercise is over the step ends with what it tells, and the cycle sends it.
      const tell = (...wave: Parameters<typeof open.waveOf>): void => {
        if (open.now() < open.step().dueAt) open.send(...wave);
        else announcements.push(open.waveOf(...wave));
      };
      while (open.now() < open.step().dueAt || recording !== undefined || proposal !== undefined) {
        await open.waitUntil(open.step().dueAt, () => proposal !== undefined);
        if (proposal === undefined) {
          // One proposed at the last moment is heard too.
          await condition(() => recording === undefined);
          continue;
        }
        const proposed = proposal;
        const { decision, round } = await board.hear(proposed.planVersion);
        if (decision === undefined) {
          withdrawn++;
          tell('proposal-withdrawn', `round-${round}`, { remark: withdrawal?.reason, by: withdrawal?.actor.person });
          roundsHeld = round;
          proposal = undefined;
          continue;
        }
        const approved = decision.outcome === 'approved';
        tell('decision-taken', `proposal-${proposed.planVersion}`);
        if (approved) adopted++;
        else rejected++;
        // What is in force is what citizens read: the version before stays beside it.
        if (approved && open.step().document !== undefined && patched('publish-amended')) {
          await open.carryOut(
            () => firstTries.publish(input.ref, open.step(), round, open.now()),
            () => office.publish(input.ref, open.step(), round, open.now()),
          );
        }
        roundsHeld = round;
        proposal = undefined;
      }
      const outcome = `aggiornamenti approvati ${adopted}, respinti ${rejected}${withdrawn === 0 ? '' : `, ritirati ${withdrawn}`}`;
      return { outcome, roundsHeld, announcements };
    };
  });
}
