'use strict';

// The same two acts on @slack/bolt: /escalate opens a modal, its submission stores rows. Everything comes by environment variables.
const fs = require('node:fs');
const crypto = require('node:crypto');
const { App, HTTPReceiver } = require('@slack/bolt');
const { Pool } = require('pg');

const view = JSON.parse(fs.readFileSync(process.env.FLOOR_VIEW, 'utf8'));
const rows = fs.existsSync(process.env.FLOOR_ROWS || '') ? JSON.parse(fs.readFileSync(process.env.FLOOR_ROWS, 'utf8')) : [];
const pool = process.env.FLOOR_DATABASE ? new Pool({ ...JSON.parse(process.env.FLOOR_DATABASE), max: 30 }) : null;

const receiver = new HTTPReceiver({
  signingSecret: process.env.FLOOR_SECRET,
  endpoints: ['/slack/commands', '/slack/interactions'],
  processBeforeResponse: true,
  customRoutes: [{ path: '/health/ready', method: ['GET'], handler: (_, answer) => answer.end('ready') }],
});
const app = new App({
  receiver,
  logLevel: 'error',
  processBeforeResponse: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  authorize: async () => ({ botToken: 'xoxb-bench-token', botId: 'B0BOT', botUserId: 'U0BOT' }),
});

app.command('/escalate', async ({ ack, body, client }) => {
  await client.views.open({ trigger_id: body.trigger_id, view });
  await ack();
});

// Parts: 0 as stored, 1 a new id, 2 the new case, 3 the promise whose history it is, 4 the key of the act.
app.view(view.callback_id, async ({ ack, body }) => {
  const caseId = crypto.randomUUID();
  const promises = [];
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const [number, row] of rows.entries()) {
      const values = row.Values.map(({ Part, Text }) => {
        switch (Part) {
          case 1: {
            const id = crypto.randomUUID();
            if (row.Sql.startsWith('insert into promises')) promises.push(id);
            return id;
          }
          case 2: return caseId;
          case 3: return promises.shift();
          case 4: return body.view.id;
          default: return Text;
        }
      });
      await client.query({ name: `row${number}`, text: row.Sql, values });
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await ack({ response_action: 'clear' });
});

app.start({ port: Number(new URL(process.env.FLOOR_URL).port), host: '127.0.0.1' });
