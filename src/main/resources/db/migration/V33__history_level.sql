-- The engine refuses another level than the one that its database was used with. What it kept at the level before stays until it is old.
update ACT_GE_PROPERTY set VALUE_ = '10', REV_ = REV_ + 1 where NAME_ = 'historyLevel';
