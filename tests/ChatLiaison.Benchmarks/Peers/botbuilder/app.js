'use strict';

// The same two acts on botbuilder: a dialog is asked for, and comes back filled in. Everything comes by environment variables.
const fs = require('node:fs');
const crypto = require('node:crypto');
const express = require('express');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, TeamsActivityHandler } = require('botbuilder');
const { Pool } = require('pg');

const dialog = JSON.parse(fs.readFileSync(process.env.FLOOR_VIEW, 'utf8'));
const rows = fs.existsSync(process.env.FLOOR_ROWS || '') ? JSON.parse(fs.readFileSync(process.env.FLOOR_ROWS, 'utf8')) : [];
const pool = process.env.FLOOR_DATABASE ? new Pool({ ...JSON.parse(process.env.FLOOR_DATABASE), max: 30 }) : null;

// Parts: 0 as stored, 1 a new id, 2 the new case, 3 the promise whose history it is, 4 the key of the act.
async function store(key) {
  const caseId = crypto.randomUUID();
  const promises = [];
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const [number, row] of rows.entries()) {
      const values = row.Values.map(({ Part, Text }) => {
        if (Part === 0) return Text;
        if (Part === 2) return caseId;
        if (Part === 3) return promises.shift();
        if (Part === 4) return key;
        const id = crypto.randomUUID();
        if (row.Sql.startsWith('insert into promises')) promises.push(id);
        return id;
      });
      await client.query({ name: `row${number}`, text: row.Sql, values });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

class Bot extends TeamsActivityHandler {
  async handleTeamsTaskModuleFetch() {
    return dialog;
  }

  async handleTeamsTaskModuleSubmit(context) {
    await store(context.activity.id);
    return { task: { type: 'message', value: 'Saved.' } };
  }
}

const credentials = new ConfigurationServiceClientCredentialFactory({
  MicrosoftAppId: process.env.FLOOR_APP_ID, MicrosoftAppPassword: 'bench-password', MicrosoftAppType: 'MultiTenant',
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  ToChannelFromBotLoginUrl: process.env.FLOOR_TOKEN,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: process.env.FLOOR_OPENID,
  ToBotFromEmulatorOpenIdMetadataUrl: process.env.FLOOR_OPENID,
  OAuthUrl: process.env.FLOOR_TOKEN,
}, credentials));
const bot = new Bot();
const app = express();
app.use(express.json());
app.get('/health/ready', (_, answer) => answer.end('ready'));
app.post('/api/messages', (request, answer) => adapter.process(request, answer, (context) => bot.run(context)));
app.listen(Number(new URL(process.env.FLOOR_URL).port), '127.0.0.1');
