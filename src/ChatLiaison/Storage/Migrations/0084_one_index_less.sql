-- Why: a case has few promises, all of which promises_of_case finds; the second index of them cost each new promise a little.

drop index promises_case;
