import { openTaskWords as words } from '../../words/open-tasks.js';
import { longDay } from '../dates.js';
import type { Letter } from '../letter.js';
import type { TaskTaken } from '../mandate-messages.js';

/** Tasks with their terms, each with a link to its form; nothing where there are none. */
export const tasksListed = (tasks: readonly TaskTaken[]): Letter['details'] =>
  tasks.length === 0
    ? []
    : [
        {
          kind: 'items',
          items: tasks.map((task) => ({
            title: task.title,
            facts: [[words.due, longDay(task.dueOn)]],
            link: { label: words.open, href: task.link },
          })),
        },
      ];
