-- Why: to look again at a case that waits, and to answer a customer who asked for a person, were told from other promises by how their reason
-- was worded. They are kinds of their own.

update promises set kind = 'CheckBack' where kind = 'ActionItem' and reason in ('Check back, since we wait on the customer.', 'Check back, since we wait on somebody else.');
update promises set kind = 'PersonAsked' where kind = 'NextResponse' and reason like '% asked for a person.';
