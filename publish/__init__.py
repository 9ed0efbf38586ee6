"""What happens around the builder: setting up before it, and the steps on the folder that it built."""
