-- Why: people who meet about a case work on one document beside the call, and it is to be found before, during and after the meeting.

alter table meetings add column document text not null default '';   -- a web address; empty for none
