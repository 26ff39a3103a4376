"""Who met whom: talks, visits, sittings, summits and calls; held, announced or put off."""
