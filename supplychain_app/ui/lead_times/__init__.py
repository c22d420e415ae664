"""Lead times: what to plan with, and where the ERP hopes."""
