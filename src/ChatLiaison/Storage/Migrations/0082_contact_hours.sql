-- Why: a promise to somebody at the customer is best due while they are at work; empty where nobody wrote their hours down.

alter table contacts add column hours text not null default '';
