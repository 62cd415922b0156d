import smtplib
from email.MIMEText import MIMEText
message = MIMEText('hello')
